"""The network of people with type 2 diabetes."""

from config.demo.words.reading import Community, read_discussions

COMMUNITY = Community(
    name="Type 2 diabetes, day by day",
    slug="type-2-diabetes",
    purpose="""Meals, numbers, feet, families and the nurse's questions. For people who have type 2 diabetes or
        have just been told, and for those who cook for them. Some of us have had it for thirty years and
        some for a fortnight.""",
    agreement="""No food police.
        We compare notes, not people. Your number is yours to tell.
        Questions about changing a medicine go to your nurse or pharmacist.
        Every kitchen is welcome, from every part of the world.
        Be kind to the newly diagnosed: we were all that person.""",
    topics=("diabetes", "heart-and-lungs", "diagnosis", "behavioral-change"),
    by_request=False,
    for_under_18s=False,
    discussions=read_discussions("""
        # Told on Friday, and it is now Sunday
        I have a leaflet, a prescription and an appointment in three weeks. I feel perfectly well and rather stupid.
        What do I do until then?

        You are not stupid, you are on day two. Eat as you do, drink water, take the tablets with food and write
        down your questions. That is truly all for now.

        I wish that somebody had told me not to throw out everything in the cupboard. I did, and then there was
        nothing to eat but celery and shame.

        (host) Welcome. There is a free course for people who have just been told, your practice can book it. Go
        with somebody if you can, there is a lot to take in, and the biscuits are plain.

        (opener) Thank you. I have put the celery back. I have eleven questions so far.

        # Rice
        Let us talk about rice without anyone telling me to eat cauliflower.

        I cook it the day before and cool it. It is a bit kinder to my numbers, and fried with an egg it is better
        in any case.

        Half the rice, twice the dal. My mother measured it by the handful, so I bought a smaller bowl and kept my
        mouth shut.

        Basmati for me, not the sticky one. I tested two hours after each, and on the same plate there were nearly
        three points between them.

        (opener) A smaller bowl and a shut mouth. I am going to embroider that.

        I have cauliflower rice in the freezer for anyone who wants it. It has been there since 2022.

        # Ramadan and tablets
        I would like to fast this year. Last year I just did it and was unwell by the second week. How do you talk
        to the nurse about it?

        Go six to eight weeks before. Mine had a whole sheet about it, and changed the time of my tablets. She asked
        me what we break the fast with, and was pleased that it is dates, only not nine.

        I was told that I should not, with my kidneys, and I was sad about it. The imam was very clear that I am
        excused, and he gave me the job of taking the food round. I have never felt more part of it.

        Test during the day, it does not break the fast. I did not know.

        (opener) I have an appointment for the week after next. Thank you for telling me about the dates, I would
        have said two and meant nine.

        # My feet and a very stern podiatrist
        She said "you have lost some feeling here" and I said "where". It was rather a shock. What do you do about
        your feet from day to day?

        A mirror on the bathroom floor. Look at the soles while you brush your teeth. It takes no extra time and you
        get to know them quite well.

        I tip out my shoes before I put them on. I found a Lego helmet in there that I had walked on for a day.

        Seamless socks. They are not pretty, but neither is the other thing.

        (opener) Mirror bought. I said good morning to my feet.

        # Parties, weddings and other people's cake
        There are four weddings this summer. How do you get through the puddings?

        I take my own plate first and fill it with what I like. Then it looks as though I have just had some.

        At my niece's I danced for twenty minutes directly after. My number was better than on a normal Tuesday.

        I choose one. The best one. I sit down with it as if it were a concert.

        (host) And if it goes high, it goes high. One wedding is not your average. Drink water and test in the
        morning.

        (opener) I had the rasmalai and a great deal of dancing. I regret only the shoes.

        # Metformin and my stomach
        Three weeks in, and I know every public toilet in the town. Does it settle?

        With me it did after about a month. With food, in the middle of the meal and not before it, made the biggest
        difference.

        Ask about the slow-release one. I asked, they changed it the same day and I have not looked back, or run.

        (opener) I rang this morning. Slow-release, to be picked up at four. I am planning my first bus journey.

        # Walking after supper, who is in?
        The nurse says that fifteen minutes after eating does more than an hour on Sunday. I need someone to do it
        with or I will not. I live near the bridge.

        I am five minutes from the bridge. I have a dog who would be in favour.

        I cannot do the bridge but I do my stairs, four times, during the adverts. Count me as there in spirit.

        I would join on Mondays and Wednesdays, if slow is all right. I have a stick and opinions.

        (opener) Half past seven at the bridge, then, from Monday. Slow, with opinions.

        (opener) There were five of us, and a dog. We did twenty minutes by accident because we were talking about
        cheese.

        # Numbers after a cold
        I have had a heavy cold for a week and everything is in the teens, though I have scarcely eaten. Have I
        broken something?

        Being ill pushes it up, mine does it every time. It came down again within a few days.

        (host) Ring the practice if it stays high, if you are being sick, or if you feel very thirsty or drowsy, and
        111 when they are shut. There are sick-day rules for some tablets, the pharmacist will tell you in two
        minutes.

        (opener) I rang. There are indeed rules, and I ought to have left one of the tablets out. I am down to nine
        this morning and I can smell toast.

        # A partner who hides the biscuits
        He means well. He has hidden them from me and now and then he forgets where. Last week I found custard
        creams in the piano.

        Mine counts what I eat aloud. I said, I will tell you what would help: come for a walk with me. He has lost
        a stone.

        I asked mine to ask "would you like company" in place of "should you be having that". It took some months to
        train him.

        (opener) We had a talk beside the piano. The biscuits live in the tin again and it is my job to shut it.

        # The sensor on my arm
        I bought one for two weeks to see. It is a revelation, and I have looked at my phone four hundred times. Is
        this good for me?

        I did the same. I learned that porridge and I must part and that bananas are innocent. Then I stopped, two
        weeks was enough.

        I found it made me anxious. I test in pairs now, before and two hours after one meal a week. It is quite
        enough to learn from.

        (opener) It fell off in the bath on day eleven. I was relieved, so I think I have my answer. But I am very
        sorry about the porridge.

        # Down from 82 to 51 and no one to tell
        It took me fourteen months. My family are bored with it, and I do not blame them, so I am telling you.

        Fifty-one! I read that out to my kitchen.

        Fourteen months is the part that I admire. Anybody can do a fortnight.

        (host) This is what this place is for. May I ask what you would do again and what you would leave out?

        (opener) Again: walking after supper, and breakfast with eggs. Leave out: the month of soup. I was a
        horrible person that month.

        # Eyes, and the drops
        I have my first eye screening on Thursday. I am told I may not drive afterwards. What is it like?

        Drops, a wait, then bright flashes, five minutes at the most. Everything is dazzling for a few hours. Take
        sunglasses and someone to walk beside you.

        Mine found something small three years ago. They watch it and it has not moved. I am glad I went, is what I
        wanted to say.

        (opener) I went. I came home in my wife's sunglasses, to general applause.
    """),
)
