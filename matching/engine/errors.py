"""The one error of the engine."""


class ProblemError(ValueError):
    """A value that cannot be, named in one sentence."""
