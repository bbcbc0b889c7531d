"""What members say about their health and how they feel."""

from config.demo.words.reading import read_stories

STORIES = read_stories("""
    # long-term-pain, sleep-improvement (adult)
    I have had back pain since lifting a boiler at work six years ago. The scans show nothing that can be operated
    on. I sleep in two-hour pieces and plan each day around how many stairs are in it. My family believe me, but I
    have stopped telling them, because they look so tired of it.

    # long-term-pain, depression
    Fibromyalgia took four years to get a name. Having the name helped for about a month. Now I need to work out how
    to live with it, and I keep swinging between doing everything on a good day and nothing for three days after.

    # long-term-pain, returning-to-work (adult)
    I was a hairdresser for nineteen years until my hands gave out. The rheumatologist is kind but has ten minutes.
    I would like to work again, in something, and I do not know who I am without a salon full of people.

    # long-term-pain, loneliness (adult, older)
    Since the knee operation did not go as hoped I have not been further than the corner shop. Friends rang every
    day at first. I do not blame them for stopping, I stopped answering. I would like to begin again somewhere.

    # diabetes, stress
    I was told it was type 2 in March, with a leaflet and a smile. My father lost a foot to it, so the leaflet did
    not help much. I check my numbers too often or not at all, and there is nothing in between.

    # diabetes, eating-disorders (young, adult)
    I have had type 1 since I was eleven and I am so tired of being good at it. Every meal is a sum. I have been
    skipping the sums lately, and I know I should not, and I want to say so to somebody who will not gasp.

    # diabetes, family-conflict (adult)
    At our table you show love by filling a plate. Since I was told about my sugar, my mother-in-law takes it as an
    insult when I say no to rice. I want to keep my eyesight and keep the peace, both, if that can be done.

    # heart-and-lungs, anxiety (adult, older) [man]
    I had a heart attack in the queue at the garden centre. They were marvellous. I am mended, they say, and I walk
    around my own sitting room as if the floor might give way. My wife watches me breathe at night.

    # heart-and-lungs, behavioral-change (adult, older)
    The COPD nurse says giving up smoking is worth more than every inhaler I own. I have given up eleven times. I
    would like the twelfth to be the one, and not to be told off if it is the thirteenth.

    # cancer, anxiety (adult, older)
    Treatment finished in June and everyone sent flowers and said well done. That is when I fell apart. While there
    was an appointment every week I knew what to do. Now each ache is a question and nobody is asking.

    # cancer, relationships (adult, older)
    I am well now, according to the letter. My partner treats me like something made of glass and I have started to
    feel like it. We used to argue about the dishwasher. I would give a lot for a row about the dishwasher.

    # menopause, sleep-improvement, workplace-relationships (adult) [woman]
    I run a team of fourteen and last week I forgot the word for printer. I am up at three every night and short
    with everybody by noon. My manager is twenty-nine and very nice and I could not possibly tell him.

    # physical-disability, social-relationships
    I use a chair since the accident two years ago. I have got the hang of doors and buses. What I have not got the
    hang of is people, who either talk over my head or tell me I am an inspiration for buying milk.

    # physical-disability, housing (adult, older)
    Our flat has two steps and a bathroom I cannot turn round in. We have been on the list for an adapted place
    since before my MS got to my legs. I am good at forms, I used to do them for a living, but this one has beaten
    me.

    # hearing-and-sight, loneliness (adult, older)
    My hearing has gone far enough that I laugh when the others do and hope it was funny. I left the choir in
    spring. The hearing aids are in a drawer. I know they would help. It is getting from the drawer to the choir.

    # hearing-and-sight, losing-a-job (adult)
    I was a lorry driver until the optician went quiet and sent me to the hospital. My sight will not come back but
    it should hold. I am forty-six, I have never written a CV, and I need someone to think it through with.

    # autism-and-adhd, diagnosis (adult)
    I was told I am autistic at thirty-four, in a video call, between two work meetings. It explains everything from
    primary school to my divorce. I am relieved and I am furious, and I would like to meet others who found out
    late.

    # autism-and-adhd, returning-to-work (adult)
    I have had nine jobs in seven years. I am brilliant for ten weeks, then the small things pile up and I hide.
    Since the ADHD assessment I have medicine and a diary. I need someone who helps me keep going in week eleven.

    # diagnosis, stress
    They think it is MS but want to wait and see. Waiting and seeing is not something I am good at. I read too much
    at night. I have told nobody except the dog, and he has not been sleeping either.

    # anxiety
    It began with motorways. Then bridges, then the big supermarket, and now I count the streets I can still walk
    down. I manage, from the outside nobody would guess. I would like my map to stop getting smaller.

    # anxiety, workplace-relationships (young, adult)
    I rehearse telephone calls in the car park and then send an e-mail instead. People at work think I am cold. I
    like them very much, I go home and think over every sentence I said to them.

    # anxiety, parenting (young, adult)
    I check the children are breathing, then the locks, then the children. I know what it looks like. I am a
    sensible person with a good sensible husband and I cannot make the last check be the last.

    # depression
    Nothing bad has happened, which makes it harder to explain. I have a warm house and kind people in it. It is as
    if somebody turned the colour down two winters ago and I have forgotten how it was before.

    # depression, loneliness (young, adult)
    I work nights stacking shelves and sleep through the day, so I can go a week without a proper conversation. I
    was fine with it until I was not. Last Sunday I noticed that I had not used my voice since Thursday.

    # depression, counseling-fundamentals
    My doctor says talking helps. I come from people who do not talk. I would try it if somebody explained first
    what happens in the room, what I would have to say, and whether it gets written down.

    # sleep-improvement, stress (adult)
    I have not slept more than four hours in a row since the redundancy meetings began at work. I am the one who
    holds the list. Everybody is polite to me now, and I lie awake being polite back.

    # self-esteem, relationships (young, adult)
    My ex used to correct how I told a story. We have been apart for two years and I still stop halfway through to
    check I have it right. I would like to finish a sentence and not mind.

    # addiction, debt (adult) [man]
    I have not placed a bet for sixty-one days. My wife holds the bank cards and I hand in the receipts like a boy.
    I am glad of it. What I miss is somebody to speak to at the hour when the races used to be on.

    # substance-abuse, family-conflict (adult)
    I have been sober for eight months. My brothers are good men and every one of them thinks one pint would do me
    no harm. I have run out of ways of saying no at family parties that do not sound like blame.

    # eating-disorders, self-esteem (young, adult)
    I was poorly with food as a teenager and got properly better. Since the baby, the old arithmetic is back in my
    head. I am not in danger. I want to turn round now, while it is a short walk back.

    # trauma, sleep-improvement (adult)
    There was a fire in our building three years ago and everybody got out. I was the one who woke them. People call
    me a hero and I cannot be in a room with a closed door. I would like to talk to someone who does not need
    details.

    # military-issues, anger-management (adult, older)
    I did fourteen years and came out to a job in a warehouse. I miss being useful to people who would be useful
    back. I am short with the wife and the kids in a way I do not like. The doctor has made a start, I want to keep
    at it.

    # grief-and-loss, loneliness (older)
    We were married for fifty-one years. I can cook, I can do the bills, I have joined the walking group as told. It
    is the evenings. I still lay out two cups and I would rather not stop, so please do not tell me to.

    # grief-and-loss, parenting (young, adult)
    My husband died in January. The children are six and nine and they are doing better than I am, or they are
    hiding it the way I do. I am looking for another parent who has got through the first year.
""")
