"""What peers say about what they have been through."""

from config.demo.words.reading import read_stories

PEERS = read_stories("""
    # long-term-pain, losing-a-job (adult, older)
    Fifteen years of back pain, two operations, one very patient dog. I found a way to live that has room for the
    pain and for other things. I will not promise you anything, except that I know what a bad Thursday is.

    # long-term-pain, sleep-improvement (adult, older)
    I have rheumatoid arthritis and get up at five because lying down is worse. I have become good at mornings. We
    could write while the rest of the town is asleep.

    # long-term-pain, parenting (adult)
    I brought up two children from a sofa some weeks. They have turned out funny and kind. If you feel guilty about
    what you cannot do with yours, come and talk to me.

    # diabetes, family-conflict
    I have had type 2 for eleven years and a family that shows its love in sweets. I have brought my numbers down
    twice, so I know both how to and how one slips.

    # diabetes, school-and-exams (young)
    I got type 1 at thirteen and did my exams with a pump beeping. I am at university now. Ask me about pumps,
    parties and telling people.

    # anxiety, social-relationships (young, adult)
    I did not use a bus for three years. I use them now, sitting near the front. It was slow and rather boring, and
    I can tell you which parts were worth it.

    # anxiety, new-baby (young, adult)
    After my son was born I checked him forty times a night. He is six, and I check him once. I like talking to
    people who think they are the only ones.

    # depression, workplace-relationships (adult)
    I was off work for ten months and went back to the same desk. I know what it is to be asked how you are in a
    lift.

    # depression, loneliness
    There were two years of which I remember very little. What brought me back was ordinary: a neighbour, a choir, a
    tablet. I have time, and I am a good listener now.

    # loneliness, later-life (older)
    I was widowed at sixty-eight and moved here to be near my son, who then moved to Leeds. I started a Wednesday
    table at the café. There are nine of us, and I know how the first week feels.

    # grief-and-loss, parenting (adult)
    My wife died when our girls were four and seven. They are at secondary school now. I burnt a lot of fish fingers
    and learned to plait. The first year has an end, even if it does not feel so.

    # grief-and-loss, new-baby (adult)
    We lost our son at thirty-eight weeks. He would be nine. I speak his name, and if you want to say the name of
    yours I would be honoured to hear it.

    # dementia, caring-for-someone (adult, older)
    I looked after my husband at home for six years and then let others do it for one. I made most of the mistakes.
    I have a good collection of what to say at the third same question.

    # dementia, family-conflict (adult)
    Mum has vascular dementia. I am the daughter who lives nearest. I have shouted in a car park, and forgiven my
    brothers, mostly.

    # caring-for-someone, stress (adult)
    I care for my partner, who has MS, and I work four days. I guard one evening a week like a dragon. I can show
    you how I got it.

    # caring-for-someone, school-and-exams (young)
    I looked after my mum from about ten years old and nobody at school knew. I am a student nurse now. You do not
    have to explain why you cannot stay late.

    # losing-a-job, debt (adult)
    I lost a job, then the car, then my temper. It took two years to get straight. I know every number to ring and
    in which order.

    # losing-a-job, self-esteem (adult, older)
    I was made redundant at fifty-seven and thought that was that. I drive the community bus now, and it is the best
    job I have had.

    # returning-to-work, autism-and-adhd (adult)
    I got my ADHD diagnosis at forty-one. Eleven jobs before, one since. I am happy to be somebody's week-eleven
    person.

    # returning-to-work, parenting (adult) [woman]
    I went back after nine years at home and cried in the car every day for a fortnight. Then I stopped and got
    promoted. I know the fortnight very well.

    # debt, addiction (adult) [man]
    Four years without a bet. I paid back all of it, at twenty pounds a week. The evenings were the trouble, so I am
    about in the evenings.

    # debt, relationships (adult)
    I had a card that my husband did not know about. I told him in the car park at the garden centre. We are still
    married and we still do not go there.

    # substance-abuse, family-conflict (adult, older)
    Sober for seven years in a family that toasts everything. I have nineteen ways to say no, thank you, and I can
    lend you some.

    # housing, parenting (young, adult)
    Fourteen months in temporary accommodation with two little ones. We have a garden now. I kept a diary of whom I
    spoke to and I would do it again.

    # housing, domestic-violence (adult) [woman]
    I left seven years ago with a pushchair. I have a house with a yellow door. I can tell you what the second year
    is like, and the third, which is better.

    # leaving-care, self-esteem (young)
    I was in care from six until eighteen. I have kept one flat and one job for four years. Sundays were the
    hardest, and I cook on Sundays now. Come and be told how.

    # leaving-care, returning-to-work (young)
    Nine placements, three schools, one apprenticeship, finished. I know what it is to wait for it to go wrong.
    Mostly it did not.

    # new-to-the-country, loneliness (adult)
    I arrived eight years ago with good grammar and nobody to use it on. I know what it is to be clever in one
    language and silent in another.

    # new-to-the-country, parenting (adult)
    My children became from here before I did. I learned the playground words first. I am glad to share them.

    # new-to-the-country, grief-and-loss (adult)
    I came away from a war with my mother and my violin. I teach now. On some days the news is too much and we can
    simply talk about soup.

    # disabled-child, benefits-and-forms (adult)
    My daughter has Down's syndrome and is nineteen and has a better social life than I do. I have filled in every
    form there is, some of them in tears.

    # disabled-child, parenting (adult)
    Our son does not speak and has a great deal to say. I know about night feeds at eight years old and about being
    stared at in supermarkets.

    # autism-and-adhd, diagnosis (young, adult)
    I found out at thirty that I am autistic. I was angry for a year and relieved ever after. I like long messages
    and hate the telephone.

    # lgbtq, later-life (older)
    I came out at fifty-nine, with grown children and a mortgage. It went better than I feared with everyone but the
    vicar, and he came round.

    # lgbtq, family-conflict (young, adult)
    My parents needed two years and now they march with me. I know the two years very well.

    # cancer, anxiety (adult, older)
    Five years clear in spring. The fear changes, it gets a smaller room. I will talk about scans, wigs and what
    people say.

    # heart-and-lungs, behavioral-change (adult, older)
    Two stents and a changed man. I walk every day with a flask. I was very frightened for a year, nobody had told
    me that this is usual.

    # menopause, workplace-relationships (adult) [woman]
    I once forgot my own deputy's name in front of the board. I got help, I got a fan, and I got my words back.

    # relationship-dissolution, parenting (adult)
    Divorced, two children, two houses, one shared calendar. We are friends now, which I would have laughed at then.
    Fridays get easier.

    # military-issues, anger-management (adult) [man]
    Twelve years in and eleven out. The first three out were the hardest. I learned to say it before it comes out as
    shouting.
""")
