"""What pairs write to each other in the weeks in which nothing much happens."""

from config.demo.words.reading import read_dialogues

DIALOGUES = read_dialogues("""
    #
    H: How has the week been, out of ten?
    M: A six. It was a four on Wednesday, so I am counting that as going up.
    H: A six with a climb in it. I will take that.

    #
    M: Nothing to report. I thought I would say so rather than say nothing.
    H: I like a dull week. Thank you for telling me.

    #
    H: I am away from Thursday until Monday. Write all the same, and I will read it when I am back.
    M: Have a good break. I will save you the gossip.

    #
    M: Can we leave it this week? I am all right, only tired.
    H: Of course. Rest well, and I will write on Monday.
    M: Thank you for not making a thing of it.

    #
    H: What was the best cup of tea this week?
    M: Friday, four o'clock, nobody in the house. I heard the clock.
    H: That sounds like a very good one.

    #
    M: I did the thing we talked about. It was not as bad as the night before it.
    H: It very rarely is. Remember that one for the next time.

    #
    M: A bad few days. I do not want to go into it, but I wanted you to know.
    H: I am glad you told me. Would you like company, or quiet?
    M: Quiet. But you can ask me on Friday.
    H: Friday it is.

    #
    M: My sister says I sound more like myself. I did not know I had sounded like someone else.
    H: What do you think she heard?
    M: That I was rude about her curtains.

    #
    H: I walked past your bus stop and thought of what you said about the timetable.
    M: It has got worse. They have added a number.

    #
    M: I slept for seven hours. I woke up and thought that something had happened.
    H: Something had. Well done, you and the pillow.

    #
    H: Shall we look back for a minute? When we began you said you would like to get through a Tuesday.
    M: Did I? I did not notice the last three.
    H: That is what I wondered.

    #
    M: I had to fill in a form about how I am, and I could not find the box.
    H: What would the box have said?
    M: "Getting there, slowly, by the scenic route."

    #
    M: The appointment has been moved, again. Another six weeks.
    H: That is a nuisance, after all the bracing. How are you with it?
    M: Cross for an hour. Then I made a pie.

    #
    H: No need to answer. Only to say that I thought of you this morning, and hoped the rain had stopped on your side.
    M: It had. I am answering anyway.

    #
    M: I told somebody else about it. A neighbour. I had not planned to.
    H: How did it go?
    M: She put the kettle on and told me hers.

    #
    H: Would you like to meet every fortnight from now on, or keep it as it is?
    M: As it is for now, please. Then let us see.

    #
    M: You asked what I look forward to. I have thought about it for a week. Snooker.
    H: Playing or watching?
    M: Watching. It is so green.

    #
    M: I nearly rang you in the middle of the night. Then I read back what we wrote at the beginning, and it did nearly
    as well.
    H: I am glad it was there. And the help line is there at that hour too, if reading is not enough.
    M: I know. I have it on the fridge.

    #
    H: How did Saturday go?
    M: Long. But I stayed until the cake.
    H: Staying until the cake is the whole art.

    #
    M: I have been asked to help out with the raffle. Me.
    H: What did you say?
    M: That I would think about it, and then yes in the car park.

    #
    M: Two steps back this week. I have tidied nothing and answered no one.
    H: You have answered me. What would be the smallest possible step?
    M: The washing up. Perhaps only the cups.
    H: Let us hear it for the cups.
    M: They have turned into the whole sink. Just so you know.

    #
    H: I have found the leaflet that I told you about, and it is better than I remembered. Shall I post it?
    M: Yes please. I like post that is not a bill.

    #
    M: I laughed today until I had to hold on to something. I had forgotten that it hurts.
    H: What was it?
    M: The dog next door has stolen a glove and will not say where it is.

    #
    H: What has been easier lately, without your noticing?
    M: The shop. I went in for milk and came out with milk.

    #
    H: You were going to tell me about the evening class.
    M: I went. I was the second worst. The worst was the teacher's husband.

    #
    M: I read the first thing that I wrote to you. I did not know I had got so far.
    H: I did. But it is much better that you saw it.

    # (child)
    H: How is your week going?
    M: ok. long. we have a test on friday
    H: Good luck for Friday. Tell me after, or do not, as you like.

    # (child)
    M: hi. not much to say but i said i would write
    H: Not much is fine. What did you have for tea?
    M: beans. good ones

    # (child)
    M: it went ok!! not amazing but ok
    H: Ok is excellent. I am very pleased for you.

    # (child)
    H: I am on a course this week, so I am only here today. How are you doing?
    M: sleeping mainly. its brilliant
""")
