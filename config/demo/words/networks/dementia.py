"""The network of those who care for somebody with dementia."""

from config.demo.words.reading import Community, read_discussions

COMMUNITY = Community(
    name="Caring for someone with dementia",
    slug="dementia-carers",
    purpose="""For wives, husbands, daughters, sons, friends and neighbours who look after somebody with dementia,
        at home or in a care home. We have been up in the night too. You can be cross here, and sad, and you
        can laugh.""",
    agreement="""We speak of the people we care for as if they could read it.
        No one is told that they should have done more.
        Care homes and hospitals by experience, not by rumour.
        You need not be coping to write here.
        Look in on one another.""",
    topics=("dementia", "caring-for-someone", "later-life", "grief-and-loss"),
    by_request=True,
    for_under_18s=False,
    discussions=read_discussions("""
        # He wants to go home, and he is at home
        Every day at about four. He puts on his coat. I used to show him the photographs on the wall, to prove it,
        and it made everything worse.

        With Mum, home was wherever she was not frightened. I stopped arguing about the address and asked what she
        missed. It was always the kitchen and somebody singing.

        We put on coats and went out together, round the block, and came in at the front door. "Here we are," I
        said. It worked more often than it should have.

        Four o'clock is hard for so many. More light in the room helped us, I mean a really bright lamp, from three.

        (opener) We went round the block. He held the door for me and said "lovely place you have". I said "thank
        you, so is yours".

        # Day centre: she will not go
        The place is nice, the bus comes to the door, and she sits down on the stairs and says she has not been
        invited.

        So invite her. I wrote my dad a proper letter: "Dear Mr H., we would be grateful for your help on
        Thursdays." He wore a tie.

        Ask if you could go along for the first hour, the first few times. They let me wash up, and he saw that I
        knew people.

        It took us five goes. I nearly gave up at four.

        (opener) A letter came for her this morning, from the manager, on headed paper. She has put it on the
        mantelpiece. We shall see on Thursday.

        (opener) She went. She was cross that I did not come to fetch her later.

        # Power of attorney, and when
        The clinic said "soon". My brother says we are burying her alive with paper. She could still decide now, and
        I know what it means if we wait.

        We did it at the kitchen table with a cake. It was Mum who said "I would rather choose who is bossy".

        There are two, money and health. We only did the first, and I have been sorry since.

        (host) It costs something, but there is a reduction for people on a low income, and the carers' centre has
        somebody who helps with the form on the first Tuesday of a month.

        (opener) I sent my brother what your mum said. He rang. We are doing it on Sunday, with cake.

        # Do you correct them?
        He tells everybody that he was at the World Cup final in 1966. He was in Rhyl.

        Let him have it. I have been introduced as the lodger, the nurse and once, very grandly, as Her Majesty.

        I only put things right if it is about safety. All the rest is conversation.

        (opener) I asked him last night who scored. He told me the whole match. I think I was there as well.

        # The night I shouted
        I have never shouted at her in forty years of marriage. It was the sixth time of asking. She cried, and ten
        minutes later she had forgotten, and I had not.

        I threw a flannel. It hit the mirror. I have not told anybody that.

        The doctor said to me: you are one person doing the job of three shifts. You would send a nurse home after
        twelve hours.

        (host) Thank you for writing it down. Is there somebody who could come in for a night this week? If not,
        ring the carers' emergency line, they can find someone at short notice. And if ever you fear you might hurt
        her, or yourself, ring at once.

        (opener) My sister-in-law came. I slept for eleven hours and got up to find them both singing. I am going to
        ask her again, I should have asked before.

        # Choosing a care home, what did you look at?
        I have three to see. I have a list of questions from the internet and I feel as if I were buying a boiler.

        I went at supper time, without an appointment. Look at how they help the people who need feeding, and
        whether anyone laughs.

        Smell, noise, a garden one can get out to. And ask a cleaner if she would put her own mother there. Mine
        said yes so fast that I believed her.

        I asked how long the staff had been there. In the one I chose the cook had done twenty-two years and knew
        who could not abide parsnips.

        (opener) The third had a cat asleep on the drugs trolley, and a carer who was doing a resident's nails and
        talking about Elvis. I think that is the one.

        # Guilt, one year on
        She has been in the home for a year. She is safe, she has put on weight, and she is rude to the vicar. I
        still cannot drive past our road.

        Mine has been there for two years. I have gone from being her nurse back to being her daughter. I would not
        have believed that that was possible.

        I think it is grief that has got the wrong coat on.

        (opener) I have read that to my husband. The wrong coat. Yes.

        # What do you do on visits?
        We have run out of weather. She likes me to be there, and I never know what to do with an hour.

        Hand cream. She holds her hands out as soon as she sees me now.

        I bring a bag of things from the garden. We have had rhubarb, a nest, a very good stone.

        I sort buttons with mine. She used to be a dressmaker. She tells me off, and I do it wrong on purpose.

        I used to think I had to entertain. Then I took my knitting, and we just sat, and it was like it was.

        (opener) I took lavender and a pillowcase. She folded it beautifully, eleven times.

        # Eating, or rather not
        He has lost ten pounds since the summer. He says that he has eaten. He plays with it, and hides it in the
        plant.

        A coloured plate, it is not a myth. He could not see the fish on the white one. He had been pushing a white
        thing round on a white thing.

        Finger food. We eat like Romans. Nobody needs to remember which one is the fork.

        Tell the surgery about the ten pounds, they ought to know, and ask for the dietitian.

        (opener) A blue plate, and he ate the lot, and asked who cooked. The dietitian rings on Friday. The plant
        looks better too.

        # When people stop coming
        We used to have a full table. They do not know what to say. I do not know either, so I have not rung.

        I wrote a card to six of them: "He may not know your name, but he knows when he has had a nice time. Come
        for half an hour and bring a bun." Four came.

        His old workmate comes and talks about lorries. He does not need an answer. I go upstairs and lie down, and
        I hear the two of them down there.

        (opener) I have written three cards. I was not brave enough for six.

        (opener) Two came! One cried in the hall, and then came in and talked about cricket.

        # Respite: I have a week, and I do not know what to do
        I have waited for it for eight months. I am sitting in my own kitchen like somebody waiting for a train.

        On the first two days I slept and I felt dreadful. On the third I had my hair cut.

        Do not clean the loft. I cleaned the loft.

        I went on a bus with no plan. I ate chips and looked at other people's lives.

        (host) A week is long enough to rest and too short to get used to it. Be kind to yourself on the last day as
        well, that one is often the hardest.

        (opener) I had the chips. And a paddle. In November.

        # Something good from today
        She did not know me, but she said "you have a kind face, I hope that somebody is looking after you".

        Dad sang the whole of "Calon Lân" to the chiropodist.

        He asked me to marry him. I said I would think about it.

        (host) Say yes next time, I want to come to the party.

        She remembered the name of her first dog, and gave it to our cat.
    """),
)
