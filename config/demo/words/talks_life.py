"""Conversations of pairs about work, money, a home, starting over, and being under 18."""

from config.demo.words.reading import read_dialogues

DIALOGUES = read_dialogues("""
    # debt (adviser)
    H: Hello {member}. How many envelopes are there behind the clock?
    M: Nine. My mate says eleven. I have not counted.
    H: Would you like to open them on your own, or with me on the telephone? You read out who it is from and the
    number at the bottom, nothing else.
    M: With you. Is Tuesday all right?
    H: Tuesday at ten. Have a pen and a cup of something.
    ...
    M: I slept last night. I did not expect that. It is four thousand two hundred, and I had thought ten.
    H: It is very often less than the clock thinks. First come the council tax and the rent, as those have teeth.
    The catalogue can wait, however loud the red ink is.
    M: I rang the council. They were all right. Thirty pounds a month, starting in January.
    H: You rang them yourself?
    M: I had the paper with what to say. I read it out like a hostage, but I read it.
    H: That is a great step. There is also a breathing space scheme, sixty days in which nobody may chase you. Shall
    we look at whether you need it?

    # debt, addiction (peer)
    H: Evening {member}. Quarter to eight. How is the worst hour?
    M: You remembered. It is all right. I have got the dog on my lap and my phone is in the bread bin.
    H: Mine went into the airing cupboard. They all thought that I had lost my mind.
    M: Seventy days on Sunday.
    H: I will not say well done until it is Sunday. What is on at that hour, for you?
    M: Nothing, that is the thing. I used to be busy.
    H: I took up bread. It needs you to do something every half hour and it does not care who won.
    ...
    M: It is Sunday. Seventy.
    H: Well done. Truly.
    M: The loaf was like a brick. The dog has buried it.

    # losing-a-job, returning-to-work (adviser)
    H: Good morning {member}. I have read what you sent me. There is nothing wrong with it, except that I could not
    find you in it.
    M: It is the template from the job centre.
    H: What did people come to you for, at the old place? Not the title, what for.
    M: When something did not add up. They would come round with a sheet and say "this is out by forty pounds and it
    is half past four".
    H: Then that is the first line. You find the forty pounds at half past four.
    M: You cannot put that in a CV.
    H: You can put "trusted with what did not add up". And tell the forty pounds at the interview.
    ...
    M: I have an interview. Thursday, at the hospice, finance assistant. It is less money.
    H: How would it be to work there?
    M: I would walk in through a garden. I went and looked.
    H: Shall we practise on Wednesday? I shall be unpleasant about the gap in the dates, so that nobody else can be.
    ...
    M: I told them about the forty pounds. The lady wrote it down. They will let me know on Monday.

    # returning-to-work, self-esteem (peer)
    H: So it is Monday. What are you dreading most? Mine was the kitchenette.
    M: The kitchenette! Everyone saying "how are you" with their head on one side.
    H: I had a sentence ready. "Better, thanks, I am glad to be back, is that the new kettle." It must end with a
    kettle.
    M: Why a kettle?
    H: They answer the last thing that you said. People love to talk about kettles.
    M: I will write that on my hand.
    ...
    M: It worked on four out of five. The fifth said that she had been off as well, two years ago, and did not have
    a kettle sentence. We had lunch.
    H: You see. There is always a fifth one.
    M: I was home by two and slept until six. Is that normal?
    H: For the first three weeks, entirely.

    # housing (adviser)
    H: Hello {member}. You have photographs and dates, which puts you ahead of almost everyone. Have you written to
    the landlord yet, on paper or by e-mail?
    M: Only by text. He sends a thumb.
    H: A thumb is an answer, keep it. I will send you a letter of six lines. It says what is wrong, since when, and
    that there is a baby in the room, and by what day you expect to hear.
    M: He will say that we do not open the windows.
    H: He may. Put in that you do, and when. Facts are very calming.
    ...
    M: He has not answered and it is the day after the day.
    H: Then we write to environmental health at the council, with the same six lines. They can come and look. You
    are not making trouble, this is what they are for.
    ...
    M: A lady came with a meter. She said that it was not the windows. She said it to him, on the telephone, in
    front of me.
    H: How did that feel?
    M: I opened a window.

    # leaving-care, housing (peer)
    H: Alright {member}. First thing: what is in your freezer?
    M: Peas and a bag of ice. Why?
    H: Because I lived on toast for two months and then cried in a supermarket. Get bread in there, it keeps.
    Sliced.
    M: Ok. Bread.
    H: Second thing, Sundays. What do you do?
    M: Nothing. Everyone has got a family on a Sunday.
    H: Yes. I hated them. Now I do a roast for whoever. It started with one lad from my course and a chicken that
    was raw in the middle.
    M: Did he die?
    H: He came back the next week. With a thermometer.
    ...
    M: I asked the girl from upstairs if she wanted pasta. She has lived here a year and nobody asked her anything
    either.
    H: That is a Sunday, then. Keep going.

    # new-to-the-country, loneliness (adviser)
    H: Good evening {member}. Shall we write in English, or would you sooner mix? I will manage.
    M: English please. I want to exercise. Tell me always when is wrong.
    H: I will, if it gets in the way. "I want to practise" is the word, "exercise" is with the legs.
    M: I want to practise. At work nobody is there when I come. I have keys and a machine for floors.
    H: What did you do on a normal day, when you were a pharmacist?
    M: I listen. Old ladies come for the aspirin and stay for half an hour. I miss very much the old ladies.
    H: We have old ladies here too. There is a lunch club in the church hall on Thursdays, and they need somebody to
    pour the tea.
    ...
    M: I poured the tea. One lady has told me all her operations. I understood everything, it is Latin.
    H: You will be there every week, I can see it coming.
    M: They have asked. Also I have found the office for my diploma. It is many papers.
    H: Bring the papers on Tuesday. We shall begin with the shortest.

    # leaving-care, losing-a-job, self-esteem (adviser)
    M: I did not go in today. I woke up and could not do it, and now it is three.
    H: Thank you for telling me. Have you rung them?
    M: No. If I do not ring they cannot say it.
    H: What would they say?
    M: That they knew it.
    H: Has anybody there ever said anything like it?
    M: No. Gaz saved me a doughnut on Friday.
    H: Then ring Gaz. Say you were not well this morning, you are sorry you did not ring, and you will be in
    tomorrow. Three sentences.
    ...
    M: I rang. He said "alright, see you tomorrow, bring biscuits". That was all.
    H: And did you?
    M: Chocolate ones. Nobody had packed my bag.

    # (adviser)
    H: Hello {member}, I am {helper}. Thank you for saying yes. I usually write on two days a week and ring if you
    would like that. What would suit you?
    M: Writing, to begin with. I am better on paper.
    H: Then writing it is. I have read what you sent with your request, so that you need not tell it all again. Is
    there anything that you left out?
    M: Only that I nearly did not send it.
    H: I am glad that you did. What made you, in the end?
    M: My sister stood there.
    H: Good for her. Next week, would you tell me about one hour that went well? It can be a very small one.
    ...
    M: One hour: I mended the gate. It closes now. I went out twice at night to close it.
    H: I can hear it click. What did you need for it?
    M: A screwdriver and nobody watching.
    H: That tells me how you like to do things. Let us bear it in mind.

    # (peer)
    H: Hi {member}. I am {helper}. I am no expert, I have only been round this particular block.
    M: That is why I picked you, to be truthful. I have had experts.
    H: What were they like?
    M: Nice. They all had the same lanyard. I would like to know what you did on the bad days.
    H: I had a list on the inside of a cupboard. Tea, shoes, round the block, ring Mo. In that order, no thinking.
    M: Who is Mo?
    H: A man that I met the way you have met me.
    ...
    M: I have made a list. It is tea, cat, shower, write to you. I hope that you do not mind being on it.
    H: I am honoured. I have never come fourth to a cat before.

    # (adviser)
    H: Good morning {member}. Before we begin, here is what I keep to: what you tell me stays between us, unless I
    fear that you or somebody else may come to harm. I would tell you first.
    M: Thank you for saying it. The last place never did.
    H: What was good at the last place? We may as well keep it.
    M: She remembered things. The names of people.
    H: Then tell me the names.
    M: Jo is my sister. Pete is the one I do not see. Biscuit is a tortoise.
    ...
    H: How was the week? And how is Biscuit?
    M: Asleep until March. I envied him until about Wednesday. Then I went to the market with Jo and it was all
    right.
    H: What was all right about it?
    M: I was hungry, and there were doughnuts, and I did not think about what I looked like for perhaps ten minutes.
    H: Ten minutes is a good length. Shall we look for another ten?

    # (peer)
    M: Hello? I am not sure how this works.
    H: Hello {member}, it works just like this. You write, I answer. Sometimes I am slow, because I am on the bus.
    M: What do people usually say?
    H: The weather, then the truth. In about that order.
    M: It is raining here.
    H: And here. There, that is done.
    M: I find the afternoons long.
    H: What is the longest part?
    M: Three to five. It is too late to start anything and too early to stop.
    H: I peel things at three. Potatoes, carrots. It has made me very popular.
    ...
    M: I made soup, for the first time since I moved here. I took some over to the man across the landing, and he
    gave me the container back, washed, with a plum in it.
    H: You may have started something.

    # (adviser, child)
    H: Hi {member}, I am {helper}. You can write whenever you like, I answer on weekdays between four and seven. Is
    it okay if I say how private this is?
    M: ok
    H: It stays with me, unless I think you or someone else is not safe. Then I would have to tell one person, and I
    would tell you before I do. Does that make sense?
    M: yes. what if its just embarrassing
    H: Embarrassing stays with me for ever.
    M: good. i cant revise. i sit down and then i tidy. my room has never been so clean
    H: Which subject makes you tidy the most?
    M: chemistry. by far
    H: How about ten minutes of chemistry and then you are allowed to tidy one drawer?
    ...
    M: i did ten mins. then i did another ten by accident
    H: By accident is the best way. How was it?
    M: boring. but normal boring
    H: I will take normal boring. Same on Thursday?

    # (adviser, child)
    H: Hi {member}. You said that you would like someone who is on nobody's side. That is me. What is your week
    like?
    M: mon tues at mums, then dads, then we do the big calendar argument
    H: Who holds the pen?
    M: nobody. they look at me
    H: That is a lot to hold. What would you say, if you could say it to both and nobody got sad?
    M: that they should decide and just tell me. i dont want to pick
    H: That is a completely fair thing to want. Would it be easier to say or to write?
    M: write. but same words to both so its fair
    ...
    M: i put it on the fridge in both houses lol
    H: That is very clever. What happened?
    M: mum cried a bit and said sorry. dad bought a calendar. they did it without me
    H: How do you feel?
    M: lighter. a bit hungry

    # caring-for-someone, school-and-exams (adviser, child)
    M: hi i got your name from the young carers lady
    H: Hi {member}, I am glad you wrote. She only told me your first name. Tell me as much as you want.
    M: my mums got MS. i do mornings and my sister. its fine its just i get late marks
    H: How many, would you say?
    M: eleven since september
    H: Is there a teacher you like, even a little?
    M: miss okoro. she does textiles
    H: The school can put you down as a young carer. Then somebody has to ask why before they write it down. Miss
    Okoro could start that, if you told her two sentences.
    M: what two sentences
    H: "I help to look after my mum in the mornings. Could I talk to you about being late?"
    ...
    M: i said it. she said why didnt you say before but in a nice way. ive got a card now
    H: Well done. That took nerve. How is your sister?
    M: she has lost both her shoes but apart from that
""")
