"""What the people of the town put to their networks, and what came of it."""

WHERE_TO_MEET = (
    "Where shall we meet in spring?",
    "We meet for the first time away from the screen. **Anywhere with chairs that have arms.**",
    ("The library, upstairs (there is a lift)", "The café at the lido", "The garden centre", "Online, as before"),
)

MONEY = (
    "£500 from the lottery fund: what shall we do with it?",
    "The fund gave us £500 for this network. Choose whatever you would like it spent on, as many as you like.",
    (
        ("Heat packs for everybody who wants one", 18_000),
        ("A physiotherapist for one evening", 16_000),
        ("Taxis for those who cannot take the bus", 22_000),
        ("A shelf of books at the library", 9_000),
        ("A summer picnic", 12_000),
    ),
)
# How often each set of projects was chosen, by their numbers.
MONEY_VOTES = (((1, 2), 4), ((1,), 3), ((3,), 4), ((2, 4), 2), ((3, 5), 2), ((5,), 1))

QUIET_HOURS = (
    "No new threads after ten at night",
    "Some of us lie awake and read, and then cannot sleep. Replies are fine; **new threads wait until morning.**",
    "I only have time once my children sleep. Could it be eleven?",
)

ONLINE = (
    "Appointments that one can change online",
    (
        "Whoever has a bad day must ring at eight in the morning to move an appointment, and then the line is busy. "
        "Please let us change them online, as the dentist does."
    ),
    (
        "Thank you for saying it so clearly. You are right. From March every appointment with us can be moved on the "
        "website up to two hours before, and whoever would rather ring reaches a second line from eight to ten."
    ),
    "Since this week appointments can be moved online. 14 people did it on the first day.",
)
