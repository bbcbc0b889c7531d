"""Conversations of pairs about health and how one feels."""

from config.demo.words.reading import read_dialogues

DIALOGUES = read_dialogues("""
    # long-term-pain, sleep-improvement (adviser)
    H: Hello {member}, I am {helper}. Thank you for choosing me. Is there a time of the day when writing is easiest
    for you?
    M: Early, oddly. I am up at five with my back and the house is quiet.
    H: Then write at five and I will answer at nine. What would you like to be different by the New Year?
    M: Sleep. If I had six hours I think I could put up with the rest.
    H: That is a good place to begin. Could you write down for one week when you go to bed, when you wake, and what
    you did the day before? A line each is plenty.
    M: I can do a line.
    ...
    M: Done. It is not the lifting that does it. It is Sundays. We drive to my mother-in-law, ninety minutes each
    way.
    H: That is exactly the kind of thing a diary finds. What happens if you stop at the halfway services and walk
    for five minutes?
    M: My lot will moan about it.
    H: They may. Tell them it is on prescription.
    ...
    M: Stopped both ways. Slept from eleven to half past four. My son counted the lorries for me and has asked to do
    it again.
    H: I am delighted. Same again next Sunday, and we leave everything else alone for now.

    # long-term-pain (peer)
    H: Hello {member}. I am {helper}, a good many years in myself. No need to be cheerful on my account.
    M: What a relief. I have been cheerful since breakfast and I am worn out.
    H: How is the pacing going, if anybody has inflicted the word on you yet?
    M: They have. I do nothing, then on a good day I do the whole garden, then nothing again.
    H: Classic. I bought a kitchen timer. Twenty minutes and I stop, also when it is going well. Especially when it
    is going well.
    M: I would have to leave a hedge half cut.
    H: Mine was half cut for the whole of June. The neighbours got over it.
    ...
    M: Twenty minutes, three days in a row. The hedge looks like a bad haircut and I am writing this upright.
    H: Send no pictures, I can see it. Well done. The third day is the one I never used to have.

    # diabetes (adviser)
    M: I am not sure what I am supposed to say. The nurse thought that you would be good to talk to.
    H: There is no supposed to. What did you have for supper yesterday?
    M: Is this a test?
    H: No, I am nosy about suppers. And we will get further with what you really eat than with what is in the
    leaflet.
    M: Dal, rice, two rotis, and then the crusts of my grandson's pizza.
    H: That is a very good supper with one roti too many and a pizza crust of love. What would you miss least?
    M: The second roti. I only take it because it is there.
    H: Then let us begin with that, and leave the crusts out of it.
    ...
    M: My fasting number was 7.9 today. It has not begun with a seven since the summer.
    H: And how do you feel, apart from the number?
    M: Less thirsty. And my daughter-in-law has noticed the roti and has said nothing, which from her is applause.

    # diabetes, anxiety (peer)
    H: Hi {member}, {helper} here. They told me we both count carbs in our sleep.
    M: I dreamt about a baked potato with a label on it.
    H: I have had that one. What is the worst part just now?
    M: Work lunches. I go to the toilet to inject because people look.
    H: I did that for two years. Then I did it at the table once, told them it was my tiny space programme, and
    after a week it was boring to everyone.
    M: I am not a tiny space programme sort of person.
    H: Fair. What would you say, in your own words, if someone asked?
    M: "It is insulin, I am fine, pass the bread."
    H: That is perfect. It even has bread in it.
    ...
    M: Said it on Thursday. A man from accounts said that his sister has one too, and passed the bread.

    # anxiety (adviser)
    H: Good morning {member}. You wrote that your map has got smaller. Shall we draw it? Which places are green, so
    to speak?
    M: Home, the corner shop, my sister's, the park if it is not full.
    H: And one that is yellow? Not red, we shall leave those be.
    M: The small library. I stood outside on Monday and read all the posters.
    H: Then you have been to the library's front step, which is further than you think. What stopped you at the
    door?
    M: I thought that I would have to explain myself to the person at the desk.
    H: What if you went in to give a book back? You need not say a thing, there is a slot.
    M: I have a book that is four years late.
    H: They have abolished fines. It is the ideal book.
    ...
    M: I did the slot. My heart went like a washing machine for about two minutes, then it got fed up and stopped.
    H: Two minutes is worth knowing. Next time you can tell it that you know when it ends.
    M: I borrowed another so that I have to go back.

    # anxiety, social-relationships (peer)
    M: I nearly cancelled this, and it is only typing.
    H: I nearly cancelled my first one as well. I typed "sorry something came up" and nothing had come up.
    M: How long did it take you until you could do things?
    H: In honesty, about a year, with a bad February in it. But I had things that I liked again after about six
    weeks.
    M: Like what?
    H: Quiz night, at the very end of the table next to the door. I knew all the rivers.
    M: I know all the kings.
    H: They would give a great deal for somebody who knows the kings.
    ...
    M: I asked at the Red Lion. It is on Tuesdays, and you do not have to book. I have not said that I will go.
    H: Asking was the step. The chair by the door will be there any Tuesday you like.

    # depression (adviser)
    H: Hello {member}. Before we start, is there anything that you want me to know about how to talk with you?
    M: Do not be too cheerful. And do not worry if I take a day.
    H: Agreed on both. What did yesterday look like?
    M: I got up at eleven. I fed the cat. I looked at a wall.
    H: How does the cat feel about mornings?
    M: Strongly. She is the reason that it was eleven and not two.
    H: Then the cat is on the team. If you could get up one hour earlier, on one day this week, what would you do
    with it?
    M: Sit outside with a coffee, I suppose. There is a step.
    ...
    M: I have sat on the step twice. It was cold. A woman with a pram said good morning, so I am now a person who sits
    on a step.
    H: That is a fine thing to be. Did anything feel different afterwards?
    M: I did the washing up. Not because of you. But I noticed.
    H: Noticing is most of it. Shall we keep the step for next week, in a coat?

    # depression, loneliness (peer)
    H: Hello, I am {helper}. I am told you work nights. So did I, for years. What do you call your evening, is it
    the morning?
    M: Nobody has ever asked me that. I call it "after". Half past seven, and I have a lager with my breakfast.
    H: I used to say good night to the postman. It muddles people.
    M: I have not talked to a person properly this week. I do not count the self-service till.
    H: She is very repetitive. There is a café by the bus station that opens at six, for the drivers. Nobody minds a
    person in a uniform having their tea there.
    M: I know it. I always thought that it was only for the drivers.
    H: So did I. The drivers thought I was an inspector.
    ...
    M: Went in on Friday. The lady calls everyone darling. I had egg and chips at twenty to seven and two people
    said good night to me.
    H: Then you have been out for dinner. I am very pleased.

    # grief-and-loss, later-life (adviser)
    H: Thank you for writing, {member}. You said that it was the evenings.
    M: From six until the news. I do not care for the television but I have it on for the voices.
    H: Who else knows that it is six o'clock which is hard?
    M: Nobody. My daughter rings in the mornings, she is very good about it.
    H: Would she ring at six instead, do you think, some days?
    M: She has the children's tea then. I would not want to ask.
    H: You might ask what would be easier. She may have been wondering what to ask you.
    ...
    M: She put me on the loudspeaker while she cooked. I listened to them argue about peas for twenty minutes. It
    was the best evening that I have had since March.
    H: I can hear the peas. Shall we think about a second evening?
    M: Let me enjoy this one first.

    # sleep-improvement, stress (adviser)
    M: It is ten past three. I know that you will not see this until the morning. It helps a little to write it.
    H: Good morning. I am glad you wrote. What was the list in your head about?
    M: Work, mostly. Twelve names. I am the one who has to tell them.
    H: That is a heavy thing to lie beside. Do you have somebody at work with whom you can say it aloud?
    M: Not until the announcement.
    H: Then for the present it is me. Could we try this: at eight in the evening you write the list on paper, and
    put it in a drawer in a different room. It is odd how well the drawer works.
    ...
    M: I laughed at the drawer. I slept till ten to five.
    H: Never mind the laughing, it is a good drawer. What is happening in the week of the announcement, for you?
    M: I had not thought of me in it.
    H: Let us think of you in it on Thursday, then.

    # cancer, anxiety (peer)
    H: Hello {member}. Five years on from mine. When are your scans?
    M: The eleventh. I already have the stomach for it and it is only the second.
    H: We called it scanxiety on the ward, I dislike the word but not the company. What do you do with the days in
    between?
    M: I clean. I have cleaned the inside of the toaster.
    H: I once alphabetised the spices. What I do now is to book something dull for each day. Not a treat, dull. The
    tip. The dentist.
    M: Why dull?
    H: I could not enjoy a treat, and then I was sad about that as well.
    ...
    M: I have been to the tip twice. They know me there. The man asked if I was moving house.
    H: How is the stomach?
    M: Better between ten and twelve. That is tip time.
    ...
    M: It is clear. I told them at home and then you. I do not know what to do with my hands.
    H: Sit down on them. I am so very glad. The toaster is glad as well.
""")
