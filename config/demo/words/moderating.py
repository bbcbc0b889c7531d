"""What is moderated in the networks of the town."""

NEWCOMER = (
    "Hello from somebody new",
    "I have had this for three years and never talked about it with anyone. I do not know where to begin, so: hello.",
)
MIRACLE = (
    "My cousin threw all her tablets away and is cured. Doctors only want you ill. Write to me and I tell you how."
)
REPORTS = (
    "Somebody may stop taking what they need.",
    "This is dangerous advice.",
    "Please take it down, my sister reads here.",
)
