"""The network of people on their way back to work."""

from config.demo.words.reading import Community, read_discussions

COMMUNITY = Community(
    name="Back to work",
    slug="back-to-work",
    purpose="""For anyone on the way back to work, after illness, redundancy, children, caring or a long gap. We
        read each other's letters, practise awkward questions and celebrate first pay days.""",
    agreement="""Every kind of work counts, paid or not.
        Be honest about letters and kind about people.
        No names of employers when you are angry with them.
        Not ready is a good answer.
        Tell us when you get the job. Tell us when you do not.""",
    topics=("returning-to-work", "losing-a-job", "workplace-relationships", "debt", "self-esteem", "stress"),
    by_request=False,
    for_under_18s=False,
    discussions=read_discussions("""
        # The gap
        Three years with depression, in the middle of a CV that is otherwise quite neat. What do you put?

        "Away from work for health reasons, now resolved or well managed." One line. I then went straight on to what
        I did in the last six months, which was the food bank on Thursdays.

        You do not have to say which illness. Nobody asked me. I had prepared for it like a trial, and they wanted
        to know if I could do Excel.

        I am on the other side of the desk. What worries us is a gap which looks hidden. A plain line is a relief.

        (opener) A plain line it is. I have written it and it is nine words, and I have looked at it for an hour.

        # Which of these two sentences?
        For the top of my CV. One: "Experienced kitchen manager returning to work after raising a family." Two:
        "Kitchen manager who has fed two hundred a day and three under five."

        Two. I want to meet Two.

        Two for a small place, One for the hospital trust, whose form will not like a joke.

        Could you have: "Kitchen manager. Fed two hundred a day, then three under five. Ready for the two hundred."

        (opener) Oh, that is good. I have used it. If I get an interview I owe you lunch for two hundred.

        # Interview on Thursday and I go red
        Not pink, red. From the collar up. I can feel it coming and then it comes because of that.

        I told them. "I go red when I am nervous, it looks worse than it is." The woman said "I do too" and promptly
        did. We were two tomatoes.

        A scarf. And cold water on your wrists just before.

        I was on a panel for years. I remember answers and whether someone was nice to the receptionist. I do not
        remember a single colour.

        (opener) I wore the scarf and said the sentence. They laughed in a good way. I hear by Wednesday.

        (opener) I got it. I am red.

        # Permitted work, and not losing everything
        If I try eight hours in a charity shop café and cannot manage, do I lose my benefit? I am so afraid of the
        form that I have not asked about the job.

        There are rules that allow some paid work while you see how you do, with limits on hours and pay. They
        change every April, so ask somebody who has this year's numbers, not me.

        (host) The advice desk at the library does this on Monday mornings, free, no booking. They will write it
        down for you so that you have it in black and white.

        I went to them. She rang up for me while I sat there. It took the fear out of it, mostly to see it was only
        a telephone call.

        (opener) Went on Monday. It can be done, and I have it on paper. I am going to ask about the café.

        # First day, nobody told me where to sit
        I stood with my coat on for twenty-five minutes. I am forty-nine years old.

        They forgot that I was coming. I made everybody tea until someone asked who I was. I have been there for six
        years.

        It is never about you, it is always that Sharon is on leave.

        (opener) It was Sharon! She came back today, and was mortified. I have a desk by a window and I know where
        the cups are.

        # Volunteering first, yes or no?
        My adviser says to volunteer to get back into a rhythm. My husband says, why work for nothing. I can see
        both.

        I did two mornings at the hospice shop for half a year. I got a reference, a routine and a winter coat. Then
        I stopped, with an end date that I had set at the beginning. I would say set the end date.

        I did it and it was too much like work without the pay, in my case. What I needed was sleep and a course.

        (host) Look for a place that treats it as a step: somebody who looks after you, travel paid, a reference at
        the end. If they cannot tell you what you will learn, try next door.

        (opener) Two mornings until Easter, then. My husband has agreed to the coat.

        # How do you answer "where do you see yourself in five years"
        Honestly I see myself in bed.

        "Good at this, and showing the next person how." It is true, and short, and they nod.

        I said "still learning and no longer lost in the building". I got the job, I am still lost in the building.

        (opener) I practised the first one aloud on the dog. He nodded too.

        # Redundant at fifty-eight
        Thirty-one years. They gave me a voucher and a clock. I have been told that I am "overqualified" four times
        since August, and I know what that means.

        I took everything older than fifteen years off mine and the dates off my certificates. I felt like a spy,
        and got three interviews.

        I asked a former supplier over a coffee what he would hire me for. Not for a job, for his opinion. He told
        me, and a month later he rang.

        Give it till the New Year before you decide what you are. I was nobody's anything for one winter, and I had
        to be.

        (opener) I had coffee with a man I used to buy bolts from. He said "you always knew why it was late". I have
        written that down.

        # ADHD and the second month
        The first month I shine. I am now in week six, and there is a drawer I do not open.

        What is in it, roughly? Twenty unsorted things are one afternoon with the radio on. It is the not looking
        that weighs.

        I asked my boss for ten minutes on Friday to say what did not get done. I thought that she would be cross.
        She brings hers too.

        Body doubling. I ring up a friend, we both put our phones down and do our drawers in silence. It sounds mad.

        (opener) I rang my sister and we did drawers. It was nineteen things. One was a sandwich.

        # Telling a new boss about a bad back
        When is the right moment? Before the offer, after, never?

        After the offer and before the first day, for me. I said what I can do, then what I need, which was a chair
        and leave to stand in meetings.

        I told them at the interview because the job was lifting, and I would not have wanted to find out on the
        Monday. I was glad I did.

        (host) You are not bound to say before an offer, and they may not ask much about health before then. Once
        you are in, they have to consider reasonable adjustments. There is a scheme called Access to Work that pays
        for chairs and more.

        (opener) Told them on the phone. She said "what sort of chair". What sort of chair! I had prepared a speech.

        # Night shifts and children
        I have been offered nights, four on four off. The pay is better. Does anybody do this and still know their
        children's names?

        Five years. Breakfast is our supper. I was at every single school play, because I am free at two, if not
        fully awake.

        It broke me, to be honest, by the second winter. But I would do a year of it again for the money.

        Buy the blackout blind before you sign.

        (opener) I have said yes for a year. The blind is up and the cat believes it is always night.

        # First pay day
        It is not much. I have paid the gas, and bought my son trainers without looking at the price. I wanted to
        tell somebody who would know.

        I know. Mine was a bag of oranges, the good ones. I carried them home like a trophy.

        I sat in the car and looked at the slip. It had my name on it.

        (host) The trainers without looking at the price. I shall think of that all week.
    """),
)
