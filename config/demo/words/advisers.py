"""What advisers say about themselves and how they work."""

from config.demo.words.reading import read_stories

ADVISERS = read_stories("""
    # long-term-pain, sleep-improvement, depression, heart-and-lungs
    I was a physiotherapist in the pain clinic for twelve years. We look at your week as it is and change one thing
    at a time. I will not tell you that it is in your head, and I will not tell you to ignore it.

    # diabetes, eating-disorders, behavioral-change, diagnosis
    I am a dietitian who likes food. We start from what is on your table now. Numbers matter and so does your
    grandmother's cooking, and I have seldom found a family that could not have both.

    # anxiety, stress, sleep-improvement, self-esteem
    I work with people whose worry has got too big for the house. We go gently, and you decide the speed. Most weeks
    there is something small to try, and if it did not work that is interesting and not a failure.

    # depression, loneliness, counseling-fundamentals, behavioral-change
    I have been a counsellor for nine years, and I still think the first hour is the hardest for anybody. I explain
    what I do as we go. Silence is fine with me.

    # debt, benefits-and-forms, housing, losing-a-job
    I ran the advice desk at the library until it closed. Bring the envelopes, unopened if you like, and we shall
    open them together. There is nearly always a next step, and it is usually a telephone call I can sit beside you
    for.

    # housing, debt, domestic-violence, legal-regulatory
    I worked in the council's housing team and know which door is behind which door. I write plainly, I keep dates,
    and I do not give up on the second refusal.

    # returning-to-work, losing-a-job, self-esteem, workplace-relationships
    I helped people in and out of jobs for twenty years, among them myself, twice. We practise, out loud, until the
    answer to the awkward question is dull.

    # new-baby, parenting, relationships, anxiety
    I am a health visitor by training. No question about a baby is silly at four in the morning. I care as much how
    you are as how many millilitres it was.

    # parenting, children-adolescents, school-and-exams, family-conflict (child)
    I taught in secondary schools and then worked with the families of pupils who could not come in. I talk with
    parents and with young people, and never tell one what the other said.

    # children-adolescents, anxiety, self-esteem, school-and-exams, social-relationships (child)
    I am a youth worker. We can talk about the thing, or about football until you feel like talking about the thing.
    I will always tell you first if I have to pass something on.

    # leaving-care, housing, returning-to-work, substance-abuse (child)
    I have been a personal adviser to care leavers for seven years. I answer messages, I turn up, and I know where
    the setting-up-home grant is hidden.

    # dementia, caring-for-someone, later-life, grief-and-loss
    I am a retired community nurse. I have sat at many kitchen tables. I know the forms and the services, and I also
    know that what you want at the end of a day is to be heard out.

    # caring-for-someone, stress, family-conflict, benefits-and-forms
    I run the carers' centre two days a week. People come in for a form and stay for the tea. I am good at finding
    the hour that seems not to be there.

    # disabled-child, autism-and-adhd, benefits-and-forms, parenting
    I worked as a special needs coordinator in three schools. I will help you with the plan, the panel and the
    appeal, and I will ask what your child likes before what they cannot do.

    # autism-and-adhd, diagnosis, workplace-relationships, self-esteem
    I am an occupational therapist and autistic myself. Written agendas, clear endings, no small talk unless you
    want some. We fit the day to you before we fit you to the day.

    # grief-and-loss, loneliness, spirituality, later-life
    I was a hospice chaplain, and work with people of every faith and of none. I do not believe in stages, nor in
    closure. I believe in company.

    # trauma, military-issues, anger-management, sleep-improvement
    I served for sixteen years and retrained as a therapist afterwards. You need not tell me the story in order to
    get better. We begin with sleep and with the body and see what is left.

    # domestic-violence, trauma, self-esteem, legal-regulatory
    I have worked in refuges and at court. What you do next is yours to decide, and so is when. I know the systems
    and I will go through them at your side.

    # substance-abuse, addiction, relationships, behavioral-change
    I work with people who want to drink less, bet less, or stop. You will not be lectured. A slip is information,
    and we use it.

    # relationships, marriage, intimacy, relationship-dissolution, human-sexuality
    I am trained in work with couples and see people alone as well. I take nobody's side, and I am not easily
    embarrassed.

    # family-conflict, relationships, spirituality, new-to-the-country
    I grew up between two languages and two sets of expectations. I work with families in which everybody is right
    and nobody is happy about it.

    # new-to-the-country, returning-to-work, loneliness, benefits-and-forms
    I came here myself with two suitcases and a degree that nobody recognised. I help with letters, appointments and
    the long middle part in which you are neither new nor at home.

    # lgbtq, self-esteem, family-conflict, human-sexuality (child)
    I have run a support line for fifteen years. Come with the question that you have not said aloud yet. There is
    no hurry about names for anything.

    # eating-disorders, self-harm, anxiety, depression (child)
    I am a mental health nurse. I work alongside your doctor and never instead. We find out what helps you through
    an evening, and we write it down in your words.

    # cancer, diagnosis, intimacy, grief-and-loss
    I was a nurse on the oncology ward and then in the follow-up clinic, where the questions really begin. You may
    ask me the one you did not ask the consultant.

    # physical-disability, housing, benefits-and-forms, social-relationships
    I use a wheelchair and know this town by its kerbs. I help with adaptations, independent living and the courage
    to complain.

    # hearing-and-sight, loneliness, later-life, physical-disability
    I am deaf, and sign and speak. I help people get on with hearing aids, with a white stick, with a family that
    mumbles. Practical first, and then the rest.

    # menopause, sleep-improvement, stress, workplace-relationships [woman]
    I am a practice nurse with a special interest in the middle of life. We look at sleep, at work and at what to
    ask the doctor, and you will go in with a list.

    # professional-ethics, counseling-fundamentals, trauma, legal-regulatory
    I trained counsellors and sat on a complaints panel. If you have been let down by somebody who should have
    helped, I know what good looks like and I can help you to ask for it.

    # heart-and-lungs, diabetes, behavioral-change, later-life
    I was a cardiac rehabilitation nurse. We will get you up the hill behind the hospital, or round the sitting
    room, to begin with. I have seen a great many frightened people become merely careful.
""")
