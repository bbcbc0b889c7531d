"""What can go wrong anywhere in the house and is answered alike everywhere."""


class HasMovedOn(Exception):
    """Somebody was quicker, or this was decided before: the answer is 409, with what to do now."""

    def __init__(self, words: str = "This has changed since you opened the page.") -> None:
        super().__init__(words)
        self.words = words
