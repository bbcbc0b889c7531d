"""What somebody reported, and what was said before and after."""

from config.demo.words.reading import one_line

# A thread in which a member says that they are not well, and people and a host answer.
DARK_EVENING = (
    "Not a good evening",
    one_line("""
        I do not know where to put this. The interview fell through and I am very tired, and some evenings I am not
        sure that I want there to be a next morning. I am not doing anything. I only wanted to have said it somewhere.
    """),
    (
        "I am glad you said it here. I am up for a while yet, and I will read whatever you write.",
        one_line("""
            Thank you for telling us. Please speak to somebody tonight as well: Samaritans, 116 123, at any hour,
            free, or text SHOUT to 85258. If you are not safe, ring 999. I have written to you and will ring in the
            morning.
        """),
        one_line("""
            I rang them. A man called Geoff. We talked about trains, mostly. I am going to bed. Thank you, all of
            you.
        """),
    ),
)
DARK_EVENING_REPORT = "I am worried. This does not sound like the person we know here."

TEA_FOR_SALE = one_line("""
    I have been selling a tea from the mountains that brings your numbers down without any tablets. Twelve
    customers in this town already. Write to me and I will send you prices.
""")
TEA_REPORT = "Somebody new here might believe it. It is not safe to tell people to leave out their tablets."

# A reply that a host hides, and what its writer says to that.
HARSH_REPLY = "Honestly, if you cannot manage that, nobody here can help you. Stop complaining and count your carbs."
HARSH_REPORT = "She asked a simple question. I would not dare to ask one now."
HARSH_HIDDEN = one_line("""
    I have hidden your answer, because it blames somebody for asking. Our agreement says that every question is
    welcome. Please write it again, kindly: what you know about carbohydrates would help her.
""")
HARSH_APPEAL = "I have had diabetes for thirty years and said what helped me. That is not an insult."

ADDRESS_ASKED = one_line("""
    What is your address, by the way? I can be round on Sunday. There is no need to tell the office, they only make a
    fuss.
""")
ADDRESS_REPORT = "I do not want anyone to have my address. I felt uneasy about the part with the office."

SHARP_WORDS = "You never listen. I told you this last week and you have not read it. You are all the same."
SHARP_REPORT = "Perhaps it was a bad day, but I was rather shaken by it."
SHARP_OUTCOME = one_line("""
        Rang both of them. It was a bad day after a hospital letter; an apology was made and accepted. They wish to
        go on together. Will ring again in two weeks.
    """)

# What a family doctor writes when handing somebody a code; `topics` are slugs.
REFERRALS = (
    (
        "Mrs T, Tuesday surgery",
        ("grief-and-loss", "loneliness"),
        one_line("""
            Widowed in spring. Sleeping poorly, eating well enough. Would like company in the evenings more than
            counselling.
        """),
    ),
    (
        "Young man, back pain",
        ("long-term-pain", "losing-a-job"),
        one_line("""
            Pain since an accident at work last year. Physiotherapy has finished. He asked whether he could talk to
            somebody who has been through it.
        """),
    ),
    (
        "Mr K, asylum granted in May",
        ("new-to-the-country", "returning-to-work"),
        "Reads English well, speaks it shyly. A qualified electrician who would like to know where to begin.",
    ),
    (
        "New mother, surgery on Friday",
        ("new-baby", "anxiety"),
        one_line("""
            Baby is well. She would like to talk with somebody who remembers the first months. The health visitor
            knows.
        """),
    ),
)
