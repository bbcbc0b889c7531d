"""The network of new parents."""

from config.demo.words.reading import Community, read_discussions

COMMUNITY = Community(
    name="New parents",
    slug="new-parents",
    purpose="""For mothers, fathers and everyone else who has a child under three at home. Sleep, feeding,
        feelings, and what happened to the two of you. Somebody is nearly always awake.""",
    agreement="""However you feed your baby is how your baby is fed.
        Ask before you give advice.
        No photographs of other people's children.
        If you are worried about a baby's health, ring 111 first and write here afterwards.
        We were all going to be different sorts of parents. Be gentle.""",
    topics=("new-baby", "parenting"),
    by_request=True,
    for_under_18s=False,
    discussions=read_discussions("""
        # Is anyone up?
        It is four. She is asleep on me and I do not dare to move. I have read the back of the nappy packet twice.

        Here. Left arm dead, tea out of reach.

        Up as well. Twins. One of them is asleep, so they will be changing shifts any minute.

        I am on earlies at the bakery, so I am up in any case and can confirm that the sun is on its way.

        (opener) I cannot tell you how much better it is that somebody has seen the sun.

        # When did you go out on your own for the first time?
        He is nine weeks old and I have not been further than the bin without him. I do not know if I do not want to
        or do not dare.

        Eleven weeks. I went to buy milk and stood in the shop as if I had landed from space. It took me seven
        minutes. I felt tall.

        I could not until my mum came in and said "go and look at the river, I have brought up four". I went and I
        looked at the river.

        I waited until I wanted to. There is no date.

        (opener) I went to the library for a quarter of an hour. I borrowed a book about the Antarctic, I think
        because no babies are in it.

        # Dads, how are you?
        Really asking. It is always "how is Mum". I am all right, mostly, but I have started to sit in the car for a
        bit before I go in.

        I do the car as well. Ten minutes. I thought that it was only me.

        I told mine about the car. She said she knew, she could see me from the window, and she used to put the
        kettle on at minute eight.

        I went to the doctor in the end. It is a thing, in fathers too. He was very normal about it, and I feel
        better than I did.

        (host) Thank you for starting this. There is a Saturday group for dads at the family centre, ten till
        twelve, bring whoever is small.

        (opener) I told her. She put the kettle on. I may come on Saturday.

        # Feeding and everybody's opinion
        We mixed from week three and it saved us. At the clinic a stranger said "what a pity". I have been answering
        her in my head for ten days.

        In my head I have answered mine for two years. She gets ruder and I get wittier.

        Fed, loved, clean once a day. Those are the rules. There are no others.

        I breastfed, and a stranger told me to go elsewhere. They come for all of us. It is never about the milk.

        (opener) "It is never about the milk." Thank you. She has left my head now.

        # The first birthday and my mother-in-law's guest list
        Forty-six people. In our flat. He likes four people and a spoon.

        Hold it in a park, with a start and an end. Parks cannot be stayed in until eleven at night.

        We had two: a big loud one at hers, which she ran, and a small one with cake on the floor. Everybody was
        happy and no one had to wash up but her.

        (opener) Two it is. I am in charge of the spoon.

        # Going back to work, and nursery
        He cried on Monday, I cried on Tuesday, on Wednesday the key worker cried as well, because she has one of
        her own starting. Does it get better?

        The second week was worse and the third was fine. I would have liked somebody to tell me about the second.

        Ask them to send you a picture twenty minutes after you have gone. Mine was eating sand with both hands.

        Get there ten minutes late to pick up, now and then, and look through the window first. I saw mine dancing.

        (opener) I looked through the window. He was handing out cups. He has a job.

        # We have not spoken about anything but sleep for a month
        I love him. We are colleagues on a very dull project. How did you find each other again?

        We said "no baby" for ten minutes a night after the bath. For the first week we just sat there. Then he told
        me a joke from work and I realised I had missed his voice doing voices.

        Cards. One hand of gin rummy before bed. I am ahead by four hundred.

        Do not aim for romance, aim for biscuits at the same time.

        (opener) We had biscuits at the same time. It was the best evening since June.

        # She was early and I still hear the monitors
        Twenty-nine weeks. She is one in March, she is fat and loud, and when a lorry reverses I am back there.

        The dishwasher does it for me. Thirty-one weeks, he is three now. I talked about it with a counsellor from
        the unit, years later, they still see you. It took the edge off.

        We went back to visit, with a cake. The nurse that I remembered, remembered us. It was hard and it was good.

        (opener) I did not know one could still ring them. I have the number on the fridge. Thank you.

        # Cheap and dry places for a toddler in November
        We have done every puddle. I have no car and not much money. Go.

        The library, Tuesdays and Fridays, songs at half past ten. Free and very loud.

        The big garden centre on the 14 bus. There are fish. No one has ever noticed that I do not buy anything.

        The museum has a rug and a box of old hats. It is warm and there is a microwave.

        (host) The family centre is open without booking from one to three, and there is soup on Thursdays, for
        grown-ups too.

        (opener) We saw the fish! She said "fish", which is her fifth word.

        # Twins, a question about leaving the house
        I have a pram that is wider than my life. How does one take two babies upstairs on one's own?

        One in the sling, one in the arms, shopping stays at the bottom until somebody is asleep or grown up.

        I taught mine to sit on the bottom step with a biscuit. It took ages, and now they will not do stairs
        without one.

        Ask the neighbour. I was too proud for seven months and it turned out she had been waiting to be asked.

        (opener) I knocked. She is called Maureen and she held both. I have eaten with cutlery.

        # I did not fall in love straight away
        Everyone says that it is like being hit by a wave. I felt as if I had been given somebody else's very
        important parcel. He is seven weeks old.

        It came with mine at about four months, while I cut her nails. There was no wave, it was more like damp.

        I was so frightened to say that aloud. Thank you for saying it. Five months, here, and then I could not
        remember not.

        (host) This is very common and it is all right to mention it to your health visitor too, they will not be
        shocked. How are you in yourself? If most of the day is grey, tell them that as well.

        (opener) Not grey, no. Only careful. But he sneezed this morning and I laughed, and he looked at me. So
        perhaps some damp.

        # Things you have said in public since becoming a parent
        I told my bank manager "all gone" when he had finished with my passport.

        "Gentle hands" to a man on the bus.

        I rocked a bag of potatoes in the queue. In time to the music.

        I pointed out a digger. I was alone. I was at a funeral.

        (opener) The digger wins, and I hope it was a nice one.
    """),
)
