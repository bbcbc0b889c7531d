"""What those who look after people in the town write down, ask and arrange."""

from config.demo.words.reading import one_line

# -- Follow-ups --------------------------------------------------------------------------------------------------------

BEGAN_WELL = "Rang. It has begun well, and they know where to turn."
JUST_A_COLD = "A cold, and over. Nothing else."
EVENINGS = "We talked about the evenings. There is a call on Wednesdays now as well."
RING_BEFORE = "Ring before the operation letter comes, whatever the day is."

# -- Notes -------------------------------------------------------------------------------------------------------------

NOTE_TEMPLATES = (
    ("First talk", "What they would like:\n\nWhat helps on a bad day:\n\nWhat we said we would do:"),
    ("After a missed meeting", "What we had planned:\n\nHow I got in touch:\n\nWhat they said, in their words:"),
)
OF_ADA = one_line("""
    We spoke on the phone. You said: no group just now, mornings are better, and please no surprises. I have passed on
    the mornings. Tell me if I have written down anything that is not so.
""")
ADA_OF_THE_SERVICE = "Prefers to be written to first and rung later. Has three offers to read; no hurry on our side."
OF_MARTIN = "I am looking after your budget while it runs. The float is fine; I only need to see what it cost."
MARTIN_OF_THE_SERVICE = one_line("""
    Check-ins have fallen since the operation was moved. Cleo is away until next week, Winston stands in. I ring on
    Thursday.
""")
FOR_MYSELF = "Ask how the letter to the bank went before anything else. Bring the blue folder."
LETTERS_OF_THE_SERVICE = "Two of four letters answered. The council has agreed to wait until the end of the month."
LETTERS_SHARED = "What we said today: you ring the council, I write to the bank, and nothing is opened on a Sunday."
KEPT_BACK = one_line("""
    Somebody at home reads their post and, they think, this too. Agreed with them how I get in touch: only by phone,
    only before noon.
""")
WHY_KEPT_BACK = "Whoever reads over their shoulder must not learn of this. Looked at again when they have moved."

# -- Standing in and going on ------------------------------------------------------------------------------------------

CLEO_IS_AWAY = "Fridays matter. He says “fine” first, so ask twice."
STANDING_IN = (
    (True, "Hello Martin, Winston here. Cleo is away until next week and asked me to look in. Buses, paint, bad back."),
    (False, "She said you would come. Does the paint help?"),
    (True, "No. But one forgets to sit wrongly. Is it a phone call on Friday, or would you rather write?"),
)
GOING_ON = one_line("""
    Cleo has a stall on two days from the new year and will have less time. Winston knows you a little by now. Nothing
    changes unless you say so.
""")
SUMMARY = one_line("""
    We began with the stairs and got as far as the pool. He counts widths and I count how often he laughs. Bad weeks
    come after letters from the hospital. Silence is not a no.
""")
OVER_TO_BEN = "Works fewer days from this month, and Ben has room. Nobody else knows the forms as well."
OVER_SUMMARY = "We wrote letters first and rang people later. Asks good questions and forgets that they are good."
OVER_WORDS = "Please do not ask me about the summer yet."
FAREWELL = "You have done all of it yourself. I only held the pen. Thank you for the cake."
HELLO_AGAIN = (
    (True, "Hello, I have read what you wanted me to read, and nothing else. Shall we go on with the choir?"),
    (False, "Yes. Tuesday. I said I would only listen."),
)
BEN_STANDS_IN = "Back in a week. There is a form due on Friday that only needs a second pair of eyes."

# -- There too ---------------------------------------------------------------------------------------------------------

ADVOCATE = "For the letters from the hospital, and for the meeting about work, if you would like somebody to say it."
SPOKEN = "Martin would like to keep the budget if the operation is in the spring. He asks for an answer in writing."
INTERPRETER = "For your mother, at the hospital and when they ring."
EXPERT = one_line("""
    Somebody who knows the forms for adjustments at work well, and sits down with you for an hour or two. You can have
    that whomever you choose.
""")

# -- Areas -------------------------------------------------------------------------------------------------------------

BETWEEN_SERVICES = "Works in town from Monday to Friday and would like to meet there. Stays ours as well."
LOOKED_AFTER_TOO = "At the college in town all week, at home in the valley at weekends."

# -- Work lists --------------------------------------------------------------------------------------------------------

WORK_LISTS = (
    ("My people who wait", "waiting", {"whose": "mine"}),
    ("Pain, whoever waits", "waiting", {"topic": "long-term-pain"}),
    ("Gone quiet in town", "silent", {"area": "wennbridge-town"}),
)
TRAINING, SUPERVISION = "Safeguarding adults, level 2", "Peer supervision, first Monday of the month"
