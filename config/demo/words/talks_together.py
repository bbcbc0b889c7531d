"""What an adviser, somebody he is alongside and an interpreter write to each other about an appointment."""

TITLE = "The appointment on Thursday"

# Who says it, and how many minutes after what was said before.
TURNS = (
    (
        "ben",
        5,
        "I thought it easier to be in one place. Samira will interpret for your mother at the hospital on Thursday.",
    ),
    ("member", 190, "Thank you. She nods at all the doctor says, and then asks me in the car what it was."),
    (
        "samira",
        35,
        "Hello {member}. She shall nod only at what she has heard. Would she like every word, or the gist?",
    ),
    ("member", 12, "Every word. And there will be questions about the tablets. She has a list."),
    ("ben", 70, "Bring the list. I have asked for a double appointment: ten o'clock, second floor."),
    ("samira", 15, "I will be at the front door at a quarter to, in a green coat."),
    ("member", 44, "Green coat. I will tell her. She will want to know whether you have eaten."),
)
