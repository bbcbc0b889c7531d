"""The sections of the transparency record that do not change with the configuration."""


def paragraphs(text: str) -> tuple[str, ...]:
    """A text as its paragraphs, each on one line."""
    return tuple(" ".join(each.split()) for each in text.strip().split("\n\n"))


IN_SHORT = paragraphs("""
Alongside brings people who ask for support together with advisers and peers who can be alongside them. A computer
program, the matcher, suggests who could be with whom and says why. It decides about nobody: coordinators look at what
it suggests, helpers may say no, and members choose.

It is there because comparing every person who waits with every person who helps, all at once and by the same rules
for everybody, is more than anybody can do by hand. Done by hand, the next free place went to whoever came first or
was known best, and nobody could say afterwards why.
""")

RESPONSIBLE = paragraphs("""
The service that runs this site is responsible for the matcher and for every suggestion that it sends out. Its
coordinators set the weights below; each change makes a new version with a name, a day and a reason.

The program is part of Alongside, which is free software: anybody may read it, run it and check it.
""")

USE = paragraphs("""
A coordinator starts a round. The matcher reads everybody who waits and everybody who helps and has a place, and
proposes one place each for as many people as it can, and up to two further choices with places to spare. It also says
for whom it found nobody, and what stood in the way.

A coordinator reads each proposal with its reasons and approves it or sets it aside. What is approved becomes an
offer: the member sees the person and why, chooses one, says no, or asks for somebody else. The helper may say no as
well. Nobody gives a reason, and nothing is held against anybody.
""")

AT_ONCE = paragraphs("""
Between two rounds a free place may be offered at once to somebody who waits, by the same rules, where the best plan
for everybody who waits gives it to them. A coordinator always decides first for under-18s, where somebody has
reported a concern, and where a member named people to stay away from. The member still chooses and the helper may
still say no.
""")

NEVER_AT_ONCE = paragraphs("""
Between rounds nobody is offered anything: every offer is approved by a coordinator first.
""")

DATA = paragraphs("""
All of it is what people said of themselves when they asked or offered, and what has happened to their request since.
It is read for the length of a round and kept with its result, so that the result can be checked again. Only
coordinators of all the people in it can open that.

The matcher never reads names, e-mail addresses, stories, messages, what people write about themselves, or anything
from networks. It learns nothing from past cases: there is no training data and no model that changes by itself. No
part of it guesses anything about anybody.
""")

RULES = paragraphs("""
Where one of these holds, the two are never suggested to each other, however well they would fit otherwise. Where
something was not said, the rule about it forbids nothing, unless it says so.
""")

WEIGHTS = paragraphs("""
What one of the two has not said counts half, so that nobody loses by keeping something to themselves.
""")

AIMS = paragraphs("""
What comes earlier always comes before what comes later, whatever it costs the later. Coordinators choose for each
round which order it follows, and the round says so.
""")

PROOF = paragraphs("""
The plan is not a guess: it is worked out exactly, and comes with a certificate that shows that no other plan does
better by these aims. A short program that shares nothing with the matcher checks it. The same people with the same
answers give the same plan on every computer and in whatever order they are read.

Every round is kept with its problem, its plan, the certificate, the version of the weights and a fingerprint, so that
it can be run again and compared.
""")

FAIRNESS = paragraphs("""
After each round it is measured how people of different ages, genders and areas came off. These groups are used for
measuring only. The rules and scores look at age and gender only where the tables above say so.

Counts of {hidden} are not shown, all others are rounded to five, and percentages are made of the rounded counts.
“Compared” sets the best-off group of its kind at 100.
""")

DECLINES = paragraphs("""
Helpers may say no without a reason. How often they did within a year is counted by the group of the member, so that
it would be seen if some people were turned away more than others.
""")

LIMITS = paragraphs("""
It knows only what people ticked. Whether two people get on, it cannot know; that is why members choose and can change
at any time.

It is only as fair as the places there are. Where too few helpers speak a language or know a topic, people who need it
wait longer; the reasons it gives show what is missing.

The weights are a judgement of people, not a truth. Coordinators can try what others would change before they use
them, and nothing is written while they try.

It was not made for emergencies. Help in a crisis is on every page and does not depend on it.
""")

CONTEST = paragraphs("""
Members see the reasons with each offer, and under “Why these people” how many were looked at, what kept others away,
and what would open more.

They can say no to an offer, ask for other people, change their answers, or ask a person. The coordinator who looks
after them answers, sees what was compared, and can put right what is wrong. They can also take back their consent;
then the matcher does not read their answers any more.
""")
