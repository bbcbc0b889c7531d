"""The network of people under 18."""

from config.demo.words.reading import Community, read_discussions

COMMUNITY = Community(
    name="Under 18",
    slug="under-18",
    purpose="""For people aged 13 to 17. School, home, friends, being ill, looking after someone, feeling rubbish,
        feeling fine. The hosts work with young people, they read along, and no other adults can get in.""",
    agreement="""No real names, no schools, no pictures.
        No screenshots. It would be horrible if it were yours.
        If you are worried about someone, tell a host, that is not snitching.
        You can just read.
        Be the person you would have wanted on your worst day.""",
    topics=("school-and-exams", "anxiety", "social-relationships", "caring-for-someone"),
    by_request=True,
    for_under_18s=True,
    discussions=read_discussions("""
        # How do you start revising
        not how do you revise. how do you START. i have been about to start since october

        i set a timer for 5 mins and im allowed to stop after. mostly i dont but its important that im allowed

        i do the easiest thing first so theres already something done. like writing the date. i am very good at the
        date

        library after school cos everyone else there looks like theyre working and i feel bad if i dont

        (host) The date counts. So does asking your teacher "which three things matter most", most of them love
        being asked.

        (opener) did 5 mins. then 5 more. wrote the date both times

        # Does anyone else look after a parent
        i do shopping, tea and my brothers homework. its ok. it just feels like everyone else gets to be annoying
        and i have to be useful

        me. my dad has bad weeks. i told one teacher and it got better at school, she lets me keep my phone on

        theres a young carers group on wednesdays, they do pizza and nobody asks you anything. or you can say stuff.
        up to you

        (opener) can you just turn up

        (host) You can just turn up, or send me a message first and I will meet you at the door. And you are allowed
        to be annoying, for the record.

        (opener) i went. i was annoying about the pizza. it was great

        # Moving schools in the middle of the year
        starts monday. i know nobody. i have the wrong bag, i can already tell

        i moved in feb last year. first week is long. find the person whos reading

        go to a club in week one even if its chess. ESPECIALLY if its chess

        everyone will have forgotten youre new by easter. i promise. i cant even remember who was new

        (opener) theres a girl who reads!! she has the same wrong bag

        # Type 1 and PE
        my phone goes off in PE and the teacher says phones away. ive explained. he nods and then its a different
        teacher

        get your nurse to write it in the care plan and ask for the plan to be in the register thing. mine has a
        little star next to my name now

        i keep jelly babies in my sock. just saying

        (opener) asked. getting a star. also trying the sock

        # My friends have a group chat without me in it
        found out by accident. they werent being mean in it. they were just in it

        that happened to me and it turned out to be for my birthday. but the time before it wasnt. so i get it

        i asked one of them on their own, not the whole lot. she felt awful, she thought someone else had added me

        (host) Asking one person on their own is really good advice. It is also fine to be hurt even if nobody meant
        it.

        (opener) asked one. it was about lifts to football, which i dont do. i feel a bit silly but less bad

        # What do you do when you cannot sleep
        my brain goes through everything i ever said since year 4

        i do the alphabet of animals. ive never got past newt

        audiobook ive already heard. cant be too good or you stay up for it

        write it down and put it in a box. its like the box has to think about it now

        (opener) got to newt as well. whats after newt

        octopus

        # Parents splitting up
        they told us on saturday. they made pancakes first. i think pancakes are ruined

        mine were two years ago. the first bit is the worst cos nobody knows the rules. then theres rules. then its
        just tuesday

        you dont have to pick and you dont have to pass messages. i said "please text each other" and they did

        i kept the same pillow in both houses. sounds dumb. helped

        (opener) bringing my pillow. thank you. maybe waffles from now on

        # Coming out to one person first
        how did you choose who

        my cousin cos she can keep a secret and doesnt do a face

        i picked a teacher by accident, i just said it. she said "thanks for telling me, do you want a biscuit".
        10/10

        there isnt a deadline. i thought there was

        (host) There really is no deadline, and you never owe it to anyone. If you would like to talk to somebody
        first who does not know your family, any of us hosts will do.

        (opener) i think my cousin too. she doesnt do a face either. maybe at christmas. maybe not

        # Glasses, braces and a hearing aid, all in the same year
        i am basically a robot now

        i got hearing aids in year 7. nobody noticed for a WEEK. i was almost offended

        get the bright ones. mine are orange. people ask about the colour and not about the ears

        (opener) picked purple. robot but make it fashion

        # I get really angry and then really sorry
        its always at home. at school im fine. then i get in and someone asks me how was it and i go off

        i think its cos you hold it in all day. i asked for half an hour with nobody talking to me when i get in. it
        works, mostly

        crisps first. im not joking. i was just hungry for all of year 9

        i go on the trampoline in the dark like a weirdo

        (host) Lots of people come home with a full bottle that has been shaken all day. Half an hour and crisps is
        a proper plan. Does somebody at home know that it is not about them?

        (opener) told my mum its not about her. she had noticed the crisps thing already

        # Leaving foster care at 18, what happens
        i am 17 and 4 months and everyone keeps saying pathway. what is it actually

        its a plan about where you live, money, school and who to ring. you can say what goes in it. i wrote half of
        mine

        you might be able to stay where you are if everyone wants to, its called staying put. ask about it EARLY

        (host) What they said. You also have a right to an advocate, someone who is only on your side in those
        meetings. I can tell you how to get one.

        (opener) didnt know about staying put. asked my foster mum and she said "i thought youd never ask". so

        # Tell me something ok that happened today
        my dog waited at the window. he always does. i just noticed it today

        i said hi to someone and they said hi

        didnt cry in maths

        made my gran laugh so much she had to sit down

        (host) Someone left a thank you note on my bike. I still do not know who. It has been a good day.

        i got past newt
    """),
)
