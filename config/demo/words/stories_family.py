"""What members say about family, friends and those they care for."""

from config.demo.words.reading import read_stories

STORIES = read_stories("""
    # new-baby, loneliness (young, adult) [woman]
    My daughter is eleven weeks old and I love her and I have never been so lonely. My mum is in another country, my
    partner is back at work, and the baby group already know each other. I go home and cry in the good chair.

    # new-baby, anxiety (young, adult)
    Our boy came nine weeks early. He is home and he is fine, everyone says so, and I still hear the monitors. I am
    afraid to put him down and afraid to pick him up. My sister says enjoy him, and I would like to learn how.

    # new-baby, relationships (young, adult) [man]
    Nobody asks the dad, and I understand why. I was in the room, it was not straightforward, and I went back to
    work ten days later as if I had been to a conference. We pass each other in the hall like night staff.

    # parenting, self-esteem (young) [woman]
    I am nineteen with a two-year-old. I am good at it, the health visitor said so. People at the bus stop say other
    things. I would like one person who has been a young parent and is now just a parent.

    # parenting, relationship-dissolution (adult)
    We separated kindly and the children go between two houses with a rucksack each. I am all right Monday to
    Friday. It is the Fridays without them that I do not know what to do with my hands.

    # parenting, children-adolescents (adult)
    My son is fifteen and has not been to school since February. He is not naughty, he is frightened, and every
    letter about attendance frightens the both of us. I need somebody who has stood in that hallway at eight in the
    morning.

    # parenting, autism-and-adhd (adult) [woman]
    Three schools in four years. My girl is funny and fierce and cannot bear the noise of a dining hall. I have
    learned the law from the internet at midnight. I would like to be her mum again in place of her solicitor.

    # disabled-child, caring-for-someone (adult)
    Our youngest has cerebral palsy and a laugh you can hear from the street. He turns five in spring and I have not
    had a full night since he came. I do not need pity, I need to know how others do the paperwork and stay married.

    # disabled-child, benefits-and-forms (adult)
    The form asks what my daughter cannot do, forty pages of it. I know it is how it works. I sit there listing
    everything she finds hard and then go upstairs to the happiest child in the county. I keep not posting it.

    # disabled-child, loneliness (adult)
    I take two buses to a playgroup where nobody asks why he does not look at them. It closes in July. I have lost
    most friends without a quarrel, there was just never a good time to ring.

    # caring-for-someone, stress (adult) [woman]
    I look after my mother, my husband's diabetes, and a shop. Everyone tells me to look after myself as well, as
    though that were a fourth thing on the list. I would like one hour a week where I am asked nothing.

    # caring-for-someone, losing-a-job (adult)
    I gave up my job as a classroom assistant when Dad's Parkinson's got worse. I do not regret it. But I was
    somebody with a lanyard and a staff room, and now I am somebody who knows the price of thickening powder.

    # caring-for-someone, family-conflict (adult, older)
    There are four of us and I am the one who lives nearest, so it is me. My brothers ring on Sundays to ask how she
    is and then tell me what I should be doing. I am very close to saying something that cannot be unsaid.

    # dementia, caring-for-someone (older) [woman]
    My husband asked me on Tuesday how long I had been working here. He was so polite about it. We laughed in the
    end. I would like to talk to people who know that you can laugh and be heartbroken over the same cup of tea.

    # dementia, family-conflict (adult) [woman]
    Mum hides her purse and then rings me at work to say that I have it. I know it is the illness. I answer as her
    daughter every time all the same, and we both go to bed cross.

    # dementia, later-life (older)
    They told me in the memory clinic that it is early and it is Alzheimer's. I am still myself, I did the crossword
    this morning. I would like to talk to others who have it and not only to those who will look after me.

    # relationships, intimacy (adult)
    We are very good at running a house together. I could not tell you when we last asked each other something that
    was not about bins. I do not want to leave. I would like to know where we went.

    # marriage, later-life (older) [woman]
    He retired in April and has reorganised my kitchen. Forty years we managed because one of us was out. I am fond
    of him, I want that understood, and I have begun to volunteer for things simply to be on a bus.

    # relationship-dissolution, housing (adult)
    We split up in the spring and neither can afford to move out, so we are polite to each other in the corridor.
    Our daughter has drawn a line on the floor with tape, for fun, she says. I need to make a plan I can see the end
    of.

    # relationship-dissolution, self-esteem (adult, older)
    Twenty-six years, and she told me in the car. I have been to work every day since. I can tell you the cricket
    scores, and I cannot tell you one thing that I like doing.

    # domestic-violence, housing (young, adult)
    I left in autumn with the children and two bags. We are safe, we have a support worker, it is all in hand. I am
    looking for someone further along the same road who can tell me what the second year is like.

    # domestic-violence, self-esteem, legal-regulatory (adult)
    There is an order, he keeps to it, and I still sit with my back to the wall in a café. I have the court part of
    my life filed in a blue folder. It is the rest of my life I would like some company with.

    # family-conflict, spirituality (young, adult)
    I love my parents and I love the faith I grew up in, and I do not believe quite what I did. Nobody has thrown
    me out. It is only that there is a silence at dinner now and I am the cause of it.

    # lgbtq, family-conflict (young, adult)
    I came out to my family at Christmas, not the best timing. My grandmother was wonderful. My dad has not been
    unkind, he has just stopped finding things to say, and we used to talk about everything.

    # lgbtq, later-life, loneliness (older)
    I lost my partner of thirty years, and half the town still says friend. At the lunch club I find myself changing
    the pronouns again, as I did in nineteen seventy-five. I am too old to go back into a cupboard.

    # lgbtq, social-relationships (young, adult)
    I moved here to begin again under the right name. Work has been decent about it. I know the bus drivers and the
    woman in the bakery, and I would like to know somebody for longer than it takes to buy a loaf.

    # social-relationships, anxiety (young, adult)
    I had friends at university because they lived in the same corridor. Nobody tells you how it is done afterwards.
    I have a good job and I spend the weekends scrolling past other people's weekends.

    # loneliness, later-life (older)
    The street has changed hands. I used to know every door, and now I know the parcels. I am not unhappy, I should
    simply like to be expected somewhere, say on a Wednesday.

    # grief-and-loss, family-conflict (adult, older)
    We lost our brother last summer, and since the funeral nobody has spoken about anything but the house. I would
    sign it over tomorrow to hear my sister laugh. I do not know who to say that to who is not part of it.

    # grief-and-loss, new-baby (young, adult)
    We had a little girl in November who did not live. The midwives were very gentle. My partner wants to talk and I
    want to dig the garden, and I think both of us are right. I may be ready to speak to somebody now.

    # anger-management, parenting (young, adult) [man]
    I have never laid a hand on anyone. I shout, and I saw my lad flinch, and I know that flinch because I used to
    do it. I would like it to stop with me, and I would like to start this week.

    # later-life, housing (older)
    The stairs are the trouble. Everyone would like me to move to something sensible. I have buried two dogs in that
    garden and I know which step creaks. Perhaps I shall go, but I should like to talk it over with somebody who is
    not in a hurry.

    # spirituality, grief-and-loss (adult, older)
    I played the organ in chapel for thirty years and it closed at Easter. It was eleven of us in the end. It is
    silly to mourn a draughty building, and I find that I have nowhere to put Sunday.
""")
