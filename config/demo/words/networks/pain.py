"""The network of people who live with long-term pain."""

from config.demo.words.reading import Community, read_discussions

COMMUNITY = Community(
    name="Living with long-term pain",
    slug="long-term-pain",
    purpose="""For anyone who has had pain for more than three months, whatever it is called. We swap what helps,
        what does not, and what to say to people who ask if we have tried turmeric. Led by people who live
        with it.""",
    agreement="""Speak from your own experience and not about what others ought to do.
        Nobody has to prove their pain here.
        Medicines: say what you take if you like, never tell anyone to start or stop.
        Bad days are welcome. So are good ones.
        What is written here stays here.""",
    topics=("long-term-pain", "sleep-improvement", "physical-disability"),
    by_request=False,
    for_under_18s=False,
    discussions=read_discussions("""
        # What does your flare-up plan look like?
        My nurse says that I should have a plan for flare-ups written down before the next one. I got as far as the
        heading. Could people say what is on theirs? I do not need the perfect plan, only to see some real ones.

        Mine fits on a postcard. Heat, the good chair, soup from the freezer, tell my sister, cancel two things and
        not three. The last line says "this has ended every time so far". I wrote it on a good day and I do not
        believe it on a bad one, but it is there.

        I have a bag. Heat pads, charger, puzzle book, a list of whom to ring for the school run. When it comes I do
        not need to think, only reach.

        (opener) "Cancel two things and not three" has gone straight on to mine. Thank you. I always cancel
        everything and then there is nothing left to get up for.

        (host) May I add one from the course last spring: write down how you will come out of it as well. I used to
        go from flat to full speed in a day, and pay for it. Now day one after is half of what I feel like.

        # Pacing, when you have small children
        Every leaflet on pacing was written by someone without a toddler. I cannot stop after twenty minutes, he is
        in the road by then. How did you do it?

        I moved the games to the floor. Hospital was our best one, I was the patient. He put plasters on me for most
        of a winter.

        We had a "quiet basket" that came out twice a day and only then. Fifteen minutes, on a good day. It is not
        resting but it is sitting.

        I let go of bath time every day. Three a week and nobody has grown moss.

        (opener) I was the patient this morning, for eleven minutes, with nine plasters. It is the longest I have
        lain down since Sunday.

        # Has anybody had any luck with their GP about a pain review?
        I have been on the same tablets for five years and no one has asked if they do anything. I am not sure that
        they do. How did you bring it up without it sounding as if you wanted more?

        I asked at the desk for the practice pharmacist instead. She had half an hour, she had read everything, and
        she was the first person who said "shall we see what each of these is for".

        I wrote one page: what I take, what I can do because of it, what I cannot do in spite of it. The doctor said
        that it was the most useful thing anyone had given her all week.

        Please do not stop anything by yourself, I did once and it was a very long weekend. Slowly and with them.

        (opener) I have rung. The pharmacist, on the fourteenth. I am writing the page tonight.

        # Driving and what you do at the other end
        I can drive for forty minutes. After that I need to lie down in a field. Are there any tricks?

        A wedge cushion from the market and the seat much more upright than feels natural. It gave me another
        quarter of an hour.

        I plan the stop before I set off and treat it as the place I am going to. Then the rest is a second, short
        journey.

        (opener) The second journey is a very good thought. We went to the coast that way and I saw the sea standing
        up.

        # Explaining it to the family
        My teenage daughter said "but you were fine yesterday". She was not being nasty. I could not think of an
        answer.

        I used the phone battery. You wake up with a hundred, I wake up with forty, and charging does not always
        work. Mine gave me a power bank for Christmas, as a joke, with chocolate in it.

        I said: yes, and that is why I am not fine today. It took a while, but he has stopped counting my good days
        against me.

        We keep a magnet on the fridge. Green, amber, red. No one has to ask, and I do not have to pull a face.

        (opener) We have a magnet. She made it herself. On red it has a picture of the dog asleep.

        # Warm water on Tuesdays
        The hydro pool at the leisure centre has a quiet hour, Tuesdays from two. Four of us from here went. The
        changing room is heated and nobody swims lengths at you.

        How do you get in? I can do a slope but not a ladder.

        (opener) There is a slope with a rail and a chair if you would like one. They are very matter of fact about
        it.

        I came along last week. I have not been weightless since 2019. I cried a bit, and no one minds, it is a
        pool.

        (host) I have asked whether we could have it on Thursdays as well, for those who work. I will say when I
        hear.

        # Sleep: what has really helped?
        Not lavender. I beg you.

        A pillow between the knees, and getting up after twenty minutes in place of lying there being furious. I
        have a chair with a blanket that is only for three in the morning.

        I moved my last tablet to later, with the pharmacist's blessing. Such a dull change and it gave me an hour
        and a half.

        Radio in a foreign language. I have been told that I could now order fish in Portuguese.

        I stopped looking at the clock. I turned it to the wall. It sounds like nothing, try it.

        (opener) The clock is facing the wall. I am going to try the fish as well.

        # Work wants a phased return and I said yes too quickly
        Four weeks off and I have agreed to three full days from Monday, because I was so grateful to be asked
        nicely. I can already tell that it is too many. May I go back on it?

        You may. "I have thought it over and would like to begin with three mornings, and look at it again in a
        fortnight." They would rather have that than have you off for another month.

        Ask for occupational health. In my place they were on my side, they got me a chair and later starts, and it
        was not a favour, it was a reasonable adjustment.

        (opener) I sent your sentence word for word. She said "of course, thank you for being realistic". I do not
        think that anyone has ever called me so before.

        # Small things that went right this week
        I will start. I peeled potatoes sitting down for the first time and nobody came to arrest me.

        I said no to a christening. I sent a card and a very large cake.

        Walked to the post box and back without counting.

        I asked for the seat on the bus. A lad got up before I had finished the sentence.

        My consultant spelled my name correctly.

        (host) Carried the shopping in two goes like a person with sense. Keep these coming, I read them out to my
        husband.

        # Do you use a stick if you only need it sometimes?
        Some days I need one and some days I do not, and I am afraid of being seen on the wrong one. As if there
        were a stick police.

        I was the same. Then I bought a folding one with a ridiculous pattern, and on the days without, it is in the
        bag. The person most bothered about it was me.

        It also tells others to give you room. In the market that is worth more than the leaning.

        (opener) Bought one. It has swallows on it. The stick police have not been.

        # Gardening from a chair
        The allotment was the one thing that I would not give up and I am about to give it up. Who has found a way?

        Raised beds, but high, table height. My brother-in-law made two out of scaffold boards. You can get your
        knees under.

        I share mine now. I do the seeds and the planning and a young couple do the digging, and they get the
        courgettes. We all want somebody to take the courgettes.

        Long-handled everything. And a kitchen timer, which I resent every time and obey.

        (opener) I have put up a note at the gate about sharing. Someone has already drawn a small courgette on it.

        # What I wish that I had been told at the beginning
        Mine is: hurt does not always mean harm. It took three years before someone explained that to me properly,
        and I could have been walking.

        That it would change my friendships, and that some of the new ones would be the best I have had.

        That you can grieve for the person you were and still like the one you are.

        To keep one thing that has nothing to do with being well. I learned the ukulele, badly. It has not once
        asked me how I am.

        (host) I should like to put these on one page for people who have just joined, without names. Say if you
        would rather I left yours out.
    """),
)
