"""The closed lists of words in which a matching problem is written."""

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
PARTS_OF_DAY = ("morning", "afternoon", "evening")
SLOTS = tuple(f"{day}-{part}" for day in DAYS for part in PARTS_OF_DAY)

IN_PERSON = "in_person"
WAYS = ("chat", "phone", "video", IN_PERSON)

ADVISER = "adviser"
PEER = "peer"
KINDS = (ADVISER, PEER)

EITHER = "either"
WANTS = (ADVISER, PEER, EITHER)

UNDER_18 = "under_18"
AGE_GROUPS = (UNDER_18, "18_25", "26_64", "65_over")

# A wish for a gender that is not one of these is written in the request's own
# words and read by a coordinator; the engine only knows what it can compare.
GENDERS_ASKED_FOR = ("woman", "man")
