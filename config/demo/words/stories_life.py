"""What members say about work, money, a home and starting over."""

from config.demo.words.reading import read_stories

STORIES = read_stories("""
    # losing-a-job, self-esteem (adult)
    Twenty-two years in the same office, and it took eleven minutes. I still wake at ten to six. My wife thinks I am
    at the library applying, and I am, but some days I only sit there because it is warm and people nod.

    # losing-a-job, debt (adult)
    The factory went to three days and then to none. I have always been the one people borrow from. There is an
    envelope from the council behind the clock and I have not opened it, as if it could not see me there.

    # losing-a-job, later-life (adult, older)
    I am sixty-three, too young to stop, it seems, and too old to be rung back. I have taught two generations of
    apprentices to read a drawing. I should like to be of use before my hands forget.

    # returning-to-work, parenting (adult)
    Eight years at home with three children, and before that I ran a hotel kitchen. The job adviser asked me what I
    had been doing. I said logistics. I have not had a job interview since telephones had buttons.

    # returning-to-work, depression (young, adult)
    I was signed off for seven months and go back on the ninth, four hours a day. They have been kind. I do not know
    what to say when someone asks if I had a nice break, and someone will.

    # returning-to-work, physical-disability (adult)
    I can do the job. It is the journey, the toilets and the interview panel that want looking at. I would like to
    practise with someone who will not tell me to be positive.

    # workplace-relationships, stress (young, adult)
    My supervisor changed in May and nothing I do since is right. I keep a list of dates, as the union said. I used
    to whistle on the way to work. I notice it because my son asked me why I stopped.

    # workplace-relationships, self-esteem (young, adult)
    I am the only one in the workshop with a degree and the only one from my background, and they have a nickname
    for it. They mean it as fun, most of them. I laugh. I have started to be ill on Mondays.

    # debt, anxiety
    I owe less than I feared and more than I can pay. I know this since last week, when a friend made me add it up.
    I have not slept, but I have a number. I need somebody to sit beside me while I ring them one after the other.

    # debt, relationships (adult)
    My husband does not know about the third card. It was school shoes and then it was Christmas and then it was
    paying for the first two. He would not shout. That is almost the worst of it.

    # debt, housing (young, adult)
    The rent went up by a hundred and ten pounds, and I earn what I earned. I cook for the week on Sunday and walk
    to work. I am proud of how I manage and I am two months behind all the same.

    # benefits-and-forms, anxiety
    I have an assessment on the phone in three weeks. The last time I said I was fine from politeness and it took a
    year to put right. I would like to practise telling the truth about bad days without crying.

    # benefits-and-forms, later-life (older)
    Everything is on the computer now. I worked in a bank, I am not simple, but the code comes to a telephone that I
    cannot read without the glasses that are in the other room, and by then it has run out.

    # housing, parenting (young, adult)
    Four of us in one room at the hotel since August, with a microwave. My eldest does her homework on the bath with
    a board over it. She got a certificate. I want to keep my head up until there is a letter with an address.

    # housing, stress (young, adult)
    There is mould on the wall behind the cot, I wash it off on Saturday and it is back by Friday. The landlord says
    to open a window. I have photographs, dates and a baby with a cough, and no idea who reads them.

    # housing, loneliness (adult, older)
    I slept in the van for most of a year and have had my own key since May. It is quiet. I keep my coat on indoors,
    I noticed. I think I forgot how you live in a place.

    # leaving-care, housing (young)
    I got my flat at eighteen, with a kettle and a list of numbers. Six months on, most of the numbers have left
    their job. I can cook four things. I would like one person who is still there after Christmas.

    # leaving-care, returning-to-work (young)
    I was in five placements and I am good at first impressions because of it. It is the staying that I have not
    practised. I have got an apprenticeship now, I like it, and I keep waiting for the bag by the door.

    # leaving-care, relationships (young)
    I am twenty-one and somebody asked who to put down in case of emergency. I put my old social worker. She said
    yes, which was lovely, and she retires in June.

    # new-to-the-country, loneliness
    At home I was a pharmacist and everybody in the street asked me things. Here I clean offices between five and
    eight and nobody is in them. My English is good on paper. I need someone to speak it with, slowly.

    # new-to-the-country, parenting (adult)
    My children speak to each other in English now, and I hear them laugh before I understand. The school is good to
    us. I would like to stand at the gate and know what to say after hello.

    # new-to-the-country, grief-and-loss
    We came in the spring of the war with one suitcase. My husband stayed. We speak at six o'clock each morning when
    there is electricity. People here are very kind and I am tired of being thankful.

    # new-to-the-country, legal-regulatory (young, adult)
    I have permission to stay, after three years of waiting. I thought the day it came I would be happy. I slept for
    two days. Now I may work and study and choose, and I have forgotten how to want something.

    # stress, caring-for-someone (adult)
    I have a good job, two teenagers, and a father who rings from the bus stop because he cannot remember which bus.
    I can do any one of these. I found myself last week crying in the stationery cupboard over an envelope.

    # behavioral-change, self-esteem
    I put things off until they are on fire and then I put out the fire, and people clap. I am forty jobs behind at
    home. I would like to do one ordinary thing on an ordinary day.

    # professional-ethics, trauma
    I had a counsellor who told me about her own divorce. It went wrong, and it was looked into, and they said
    sorry. I would like to try once more, and to know beforehand what a person in that chair may and may not do.

    # legal-regulatory, relationship-dissolution (adult)
    I have a hearing about contact with my boys in the new year. I cannot pay a solicitor. I am not looking for
    advice on the law, I have a clinic for it, only somebody to help me stay calm and get the papers in order.

    # military-issues, social-relationships (adult)
    I left the navy in spring. On a ship you are never alone and never late. I have been both every day since. My
    daughter says to join something. I do not know what people do who are not told.
""")
