namespace ServiceBot.Dialogs.Tests.Understanding;

/// <summary>What English customers do to the conversation itself: the acts, or nothing.</summary>
internal static class EnglishActs
{
    public const string Rows = """
        talk to an agent | Person
        human | Person
        let me speak to a representative | Person
        I want a real person | Person
        customer service please | Person
        never mind | Cancel
        nevermind | Cancel
        nvm | Cancel
        cancel | Cancel
        cancel that | Cancel
        forget it | Cancel
        stop this | Cancel
        I want to cancel | Cancel
        quit | Cancel
        I give up | Cancel
        I changed my mind | Cancel
        go back | Back
        back | Back
        previous question please | Back
        can we go back one step | Back
        undo that | Undo
        undo | Undo
        can you reverse that | Undo
        pardon? | Repeat
        what? | Repeat
        sorry? | Repeat
        say that again please | Repeat
        could you repeat that | Repeat
        I didn't catch that | Repeat
        what did you say | Repeat
        I don't understand | Repeat
        huh? | Repeat
        come again? | Repeat
        help | Help
        what can you do | Help
        what are my options | Help
        how does this work | Help
        hold on | Wait
        wait | Wait
        one moment please | Wait
        give me a sec | Wait
        let me check | Wait
        hang on a second | Wait
        just a minute | Wait
        brb | Wait
        why do you need that | Why
        why are you asking | Why
        why? | Why
        what do you need it for | Why
        why does it matter | Why
        I don't know | Refuse
        I don't remember | Refuse
        idk | Refuse
        no idea | Refuse
        I'd rather not say | Refuse
        not comfortable sharing that | Refuse
        I forgot my order number | Refuse
        I don't have it | Refuse
        none of your business | Refuse
        skip | Refuse
        I can't find it | Refuse
        no, the blue one | Correct
        no the second one | Correct
        no, it's the wall clock | Correct
        I meant the wall clock | Correct
        sorry I meant order #W1234567 | Correct
        actually, make it the black one | Correct
        that's not what I meant | Correct
        yes but the address is wrong | Correct
        the zip code is wrong | Correct
        change the address | Correct
        not that one | Correct
        the other one | Correct
        wrong one, I picked the wrong item | Correct
        my name is misspelled, it should be Omar | Correct
        no I said the kettle | Correct
        can I change the reason | Correct
        I made a mistake | Correct
        I mistyped my email | Correct
        thanks | Thanks
        thank you so much | Thanks
        thx | Thanks
        I appreciate your help | Thanks
        hello | Greet
        hi there | Greet
        good morning | Greet
        hey | Greet
        that's all | Bye
        bye | Bye
        nothing else | Bye
        no that's it | Bye
        I'm all set | Bye
        no, that's everything | Bye
        goodbye | Bye
        in Korean please | SpeakKorean
        can you speak Korean? | SpeakKorean
        in English please | SpeakEnglish
        English | SpeakEnglish
        are you a bot? | AreYouHuman
        are you human | AreYouHuman
        am I talking to a robot? | AreYouHuman
        is this a real person? | AreYouHuman
        continue | Resume
        let's continue | Resume
        carry on | Resume
        let's continue with the return | Resume
        where were we | Resume
        no thanks, that's all | Thanks Bye
        cancel my order |
        I want to return the kettle |
        yes |
        no |
        the wall clock |
        2 |
        my order is #W6067464 |
        where is my parcel |
        it arrived broken |
        no longer needed |
        """;
}
