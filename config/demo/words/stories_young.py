"""What members under 18 say."""

from config.demo.words.reading import read_stories

STORIES = read_stories("""
    # school-and-exams, anxiety (child)
    I have mocks in January and every time I sit down to revise I tidy my room instead. It is very tidy. My teachers
    say I will be fine. They said it to my brother too and he was not.

    # school-and-exams, self-esteem (child)
    I moved schools in year ten, so everyone already has their people. I eat lunch in the library, and the librarian
    pretends she needs help with the returns. I would like to talk to someone before I stop wanting to go.

    # caring-for-someone, school-and-exams (child)
    My mum has bad days with her legs, and I do the shopping and get my sister ready. I do not mind. Nobody at
    school knows why I am late, and I do not want them to make a fuss, I just want them to stop writing it down.

    # caring-for-someone, loneliness (child)
    Dad is ill in a way you cannot see. When it is a good week he is the funniest person I know. When it is not I do
    not have friends over. It would help to talk to someone who does not need it explained.

    # diabetes, school-and-exams (child)
    I got type 1 diabetes last summer. My phone beeps in lessons and everybody looks. I have a card that says I may
    leave the room, but I hate getting it out, so sometimes I just do not.

    # anxiety, social-relationships (child)
    I am all right when I am there, it is the hour before. I feel sick and say I have a headache. My friends still
    ask me to things, but I can tell that they have started to ask in a way that makes it easy to say no.

    # family-conflict, parenting (child)
    My parents are splitting up and they both tell me that it is not about me and then ask me which weekend. I want
    somebody who is on nobody's side.

    # leaving-care, housing (child)
    I will be eighteen in March and everybody keeps saying pathway plan. My foster mum says I can come round for
    Sunday dinner. I would like to know what actually happens on the day, from somebody who did it.

    # grief-and-loss, loneliness (child)
    My grandad died in the summer holidays and he was who I told things. It was months ago, so people have stopped
    asking. I still save up stuff to tell him on the bus.

    # autism-and-adhd, school-and-exams (child)
    I do not hate school, I hate corridors. They let me leave five minutes early and then everyone asks why I get
    to. I am good at maths and at trains, and I would like to be asked about those for once.

    # lgbtq, social-relationships (child)
    I told two friends and it was fine, and then it was not just two. Nobody has been horrible. It is that I did not
    get to choose. I have not told anyone at home, and I do not want to be hurried.

    # new-to-the-country, school-and-exams (child)
    I do the letters and the phone calls for my parents because my English is quickest. I know what our rent is. I
    like being useful, and I also have homework, and sometimes I do not tell them all of a letter.

    # sleep-improvement, stress (child)
    I go to bed at ten and fall asleep at two. I have tried no phone. It turns out my head is just as loud without
    it. Then I am tired in training and the coach thinks I do not care.

    # self-esteem, eating-disorders (child)
    I have started skipping lunch and saying I ate in form. It is not that bad, I looked up what bad is. I would
    sooner speak to someone now than when it is.
""")
