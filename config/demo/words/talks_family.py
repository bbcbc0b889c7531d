"""Conversations of pairs about family and caring."""

from config.demo.words.reading import read_dialogues

DIALOGUES = read_dialogues("""
    # new-baby (adviser)
    H: Hello {member}, and congratulations, if that is the word today. How was the night?
    M: She slept for two hours. Then one. Then I stopped counting. I am typing this with my thumb.
    H: Thumbs are welcome. Have you eaten?
    M: Toast, standing up.
    H: Could you put three things where you sit and feed her? A bottle of water, something to eat with one hand,
    your phone charger.
    M: That I can do.
    ...
    M: The basket by the chair has changed my life. My partner has called it the cockpit.
    H: Does he fill it?
    M: He does now. I asked him on Sunday and he was so pleased to be given a job.
    H: And how are you, away from the cockpit?
    M: I cried at an advert for gravy. But I also laughed, later, about the gravy.
    H: Both are quite usual at eleven weeks. If the crying is most of the day, or you cannot sleep even when she
    does, tell me or your doctor. Would you do that?
    M: I would. It is not most of the day. It is mostly gravy.

    # new-baby, anxiety (peer)
    M: Did you really check forty times?
    H: I kept a tally once. Forty-three. I had him in a room with a video monitor and a movement mat, and still I
    went.
    M: I do the hand in front of the mouth.
    H: Me too. What helped me was to choose. I could check at ten, at twelve, and whenever I was up in any case. In
    between I wrote "not now" on the back of my hand.
    M: In pen?
    H: In pen. The health visitor saw it and gave me a hug.
    ...
    M: I got down to nine. I wrote it on my hand and my other half kissed the hand.
    H: Nine is wonderful. It is all right if it goes up again when she has a cold, by the way. Mine did.

    # parenting, children-adolescents, school-and-exams (adviser)
    H: Hello {member}. Tell me what eight o'clock in the morning is like at yours.
    M: He sits on the stairs with his shoes on. He wants to go. He cannot. I talk, I bargain, then I shout, then I
    ring the school.
    H: He has his shoes on. That tells us a lot. What does he say about it later in the day, when it is over for the
    day?
    M: At about four he is lovely. He says sorry. I say it is all right, and we do it again the next morning.
    H: Could four o'clock be when you talk about it? Not on the stairs, nothing can be learnt on the stairs.
    ...
    M: We talked at four, in the car, so that he need not look at me. He says that it is the hall. Assembly on
    Mondays and Thursdays, and the rest of the week he is scared of Mondays and Thursdays.
    H: Well asked. Then the question for the school is a small one: may he miss assembly for a month, and come in by
    the side door?
    M: I could write that.
    H: Let me see it when you have, if you like. Short is good.
    ...
    M: They said yes. He went in by the side door today. I sat in the car and ate his sandwich, I had to do
    something.

    # disabled-child, benefits-and-forms (peer)
    H: Hello {member}, I have filled in that form four times. I do it with the radio on and a reward at every tenth
    page.
    M: I have got to page nine and I feel as if I am telling tales about her.
    H: I know it. I write a second page for myself, with everything she can do and what made us laugh that week. It
    goes in the drawer and the form goes in the post.
    M: What was on yours the last time?
    H: That she had told the bus driver his tie was a disgrace.
    M: Mine waves at statues.
    H: Put it on the page.
    ...
    M: Posted. Recorded delivery, like you said. The other page is on the fridge and not in the drawer.
    H: Even better. Take the evening off.

    # caring-for-someone, stress (adviser)
    H: Hello {member}. You wrote that looking after yourself was a fourth thing on the list. Let us not add to the
    list then.
    M: Thank you. People keep saying baths. I do not have time for a bath.
    H: Which hour of the week is most nearly yours?
    M: Wednesday at two, when Mum is at the day centre and it is slow in the shop.
    H: What happens in it now?
    M: I do the invoices.
    H: Has anyone else in the family got hands?
    M: My nephew. He is nineteen and he owes me.
    ...
    M: He did the invoices. Badly, but he did. I sat in the park with a samosa and rang no one.
    H: That is a carer's break, in the official sense too. Did you know that the council can pay for such hours? It
    is called a carer's assessment. It is a conversation of about an hour.
    M: I thought that was for people who do more than I do.
    H: You look after three people and a shop. I will send you what they ask, so that you can think about it first.

    # dementia, caring-for-someone (peer)
    M: He asked where his mother was. I said that she had died, and then I had to watch him hear it.
    H: Oh, my dear. I have done the same, and it is terrible the first time. I stopped after the third.
    M: Stopped telling him?
    H: I began to say "Tell me about her." And he would, and then he did not need to know where she was.
    M: Is it not lying?
    H: I asked the nurse that. She said that it is answering the question underneath.
    ...
    M: He asked again on Sunday. I said "tell me about her" and I learned that she could whistle through her
    fingers. Forty-four years and I did not know.
    H: That is yours to keep now.
    M: I wrote it down for the children.

    # dementia, caring-for-someone (adviser)
    H: Good afternoon {member}. How did you get on with the memory clinic's letter?
    M: I have read it four times. There is a lot about medication and nothing about Tuesday nights.
    H: What happens on Tuesday nights?
    M: She gets up and packs. I find her by the front door with a bag full of shoes.
    H: Do you get back to sleep, after?
    M: No. I go and unpack the shoes.
    H: You could leave them packed. If the bag is ready, she may not have to do it again, and you will not need to
    put it right.
    ...
    M: The bag has been in the hall since Thursday. She looks at it and says "that is done then" and goes back up.
    H: What a good sentence. There is also a sensor mat that rings in your room and not in hers. The carers' centre
    lends them.
    M: I would sleep, with a mat. I listen, you see. I have been listening since the spring.
    H: I shall ask them for one today.

    # relationship-dissolution, parenting (peer)
    H: Hi {member}. Fridays, I read. What time do they go?
    M: Half past five. He is always punctual now, he was never punctual when we were married.
    H: They do that. What do you do at twenty-five to six?
    M: I tidy their rooms. Then I sit in one of them.
    H: I did the same for months. In the end I signed up for a class on a Friday, not because I wanted to learn to
    swim properly, but because you cannot cry and do front crawl.
    M: Is that true?
    H: It fills your goggles.
    ...
    M: I have found a Friday pottery class. You can cry into a bowl, I believe.
    H: It makes the glaze interesting. Tell me how it goes.
    M: I made an ashtray. Nobody in my life smokes. I was there for two hours and thought about the children only at
    the end.

    # relationships, family-conflict (adviser)
    H: Hello {member}. If the two of you are on good form, what is that like?
    M: We do the crossword out loud and he does the voices for the clues. It has not been like that since the
    summer.
    H: What is it that you say to each other most often at the moment?
    M: "Have you rung the boiler man." It is me who says it.
    H: And what would you be saying if you were not saying that?
    M: Are you all right, I suppose. I have not asked. I think I am cross that he has not asked me.
    H: One of you will have to go first. It is not fair, but it is quick.
    ...
    M: I asked. In the car, in the dark. He said no. And then we sat on the drive for an hour with the engine off.
    H: How was it?
    M: Cold. Good. We have rung the boiler man.

    # grief-and-loss, parenting (peer)
    M: It is the school play on Thursday and there will be a seat beside me.
    H: I put my coat on mine, the first year. The second year, I asked my friend's mother, who likes a play and
    cries at the right places.
    M: My girl wants to know if Daddy can see her.
    H: What did you say?
    M: That I hope so. Was that right?
    H: I said the very same. They only want to know that it is allowed to ask.
    ...
    M: She was a tree. She was a magnificent tree. I took his mother, and we held hands through all of the second
    act.
    H: I am so glad. Is there pudding in the house?
    M: There is now.
""")
