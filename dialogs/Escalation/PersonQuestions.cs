using System.Collections.Immutable;
using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.Repair;
using ServiceBot.Dialogs.Turns;
using ServiceBot.Dialogs.Understanding;

namespace ServiceBot.Dialogs.Escalation;

/// <summary>What is said and asked on the way to a person.</summary>
internal static class PersonQuestions
{
    public const string Callback = "callback";
    public const string Here = "here";
    public const string Wait = "wait";
    public const string Voicemail = "voicemail";

    /// <summary>The value of the one option of a customer who waits or is served: back to the bot.</summary>
    public const string Bot = "bot";

    /// <summary>Nobody is there: said at once, with the reason and what can be done.</summary>
    public static Question NobodyThere(DialogScope scope) => Question.Choose(PersonSlots.Way, ExpectedKind.Choice, Sentence.Of("person.askWay"),
        Ways(scope).Select(way => new Option(way, scope.Words($"person.way.{way}")))) with
    {
        Lead = [scope.Policy.IsOpen(scope.Now) ? Sentence.Of("person.allAway") : Closed(scope)],
    };

    // Nothing can be answered into a telephone later, and nobody waits on a line until the shop opens.
    private static string[] Ways(DialogScope scope) =>
        !scope.Turn.Channel.Speaks ? [Callback, Here, Wait] : scope.Policy.IsOpen(scope.Now) ? [Callback, Voicemail, Wait] : [Callback, Voicemail];

    // Why nobody is there, and from when somebody is: a holiday by its name, lunch, or the hours.
    private static Sentence Closed(DialogScope scope)
    {
        var hours = scope.Policy.Service.Hours;
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(scope.Now, scope.Policy.TimeZone).DateTime);
        if (hours.Lunch is { } now && hours.IsLunch(scope.Now, scope.Policy)) return Sentence.Of("person.closedLunch", ("back", now.To));
        if (scope.Policy.Calendar.Holiday(today) is { } holiday) return Sentence.Of("person.closedHoliday", ("holiday", holiday), ("open", hours.Open), ("close", hours.Close));
        return hours.Lunch is { } lunch
            ? Sentence.Of("person.closedLunchApart", ("open", hours.Open), ("close", hours.Close), ("from", lunch.From), ("back", lunch.To))
            : Sentence.Of("person.closed", ("open", hours.Open), ("close", hours.Close));
    }

    public static bool HearWay(DialogScope scope, Recognition heard, bool asked)
    {
        if (!asked || heard.Chosen.IsEmpty || scope.Context.Asked is not { } question) return false;
        var way = question.Expecting.Options[heard.Chosen[0]].Value;
        scope.Set(PersonSlots.Way, way);
        // Who is answered here is asked for no other address.
        if (way == Here) scope.Set(PersonSlots.Contact, Refusal.LeftOut);
        return true;
    }

    /// <summary>Where the customer stands in the queue; who waits may go back to the bot at any time.</summary>
    public static Question Waiting(DialogScope scope)
    {
        var standing = scope.Fact(PersonDialog.Standing(scope));
        var place = standing switch
        {
            null or { Present: 0 } => Sentence.Of("person.waitNobody"),
            { Position: 0 } => Sentence.Of("person.waitOutside"),
            { WaitFrom: { } from, WaitTo: { } to } when from < to => Sentence.Of("person.waitRange", ("position", standing.Position), ("from", from), ("to", to)),
            { WaitTo: { } to } => Sentence.Of("person.waitAbout", ("position", standing.Position), ("minutes", to)),
            _ => Sentence.Of("person.waitPlace", ("position", standing.Position)),
        };
        return new Question(place, BackToBot(scope)) { Lead = [Sentence.Of("person.passedOn"), Sentence.Of("person.respect")] };
    }

    /// <summary>Nothing is asked; the one choice is the bot.</summary>
    public static Expectation BackToBot(DialogScope scope) =>
        new("person", ExpectedKind.None) { Options = [new Option(Bot, scope.Words("person.toBot"))] };

    public static Question Promise(DialogScope scope)
    {
        var receipt = scope.Known(Outcomes.Receipt);
        var contact = scope.Known(PersonSlots.Contact);
        var by = scope.Policy.CallbackBy(scope.Now);
        // Into a telephone nobody can answer later: whoever leaves no number calls again.
        var promise = contact != Refusal.LeftOut ? Sentence.Of("person.promised", ("by", by), ("contact", Contact.Veiled(contact)))
            : Sentence.Of(scope.Turn.Channel.Speaks ? "person.promisedCaller" : "person.promisedHere", ("by", by));
        return new Question(Sentence.Of("person.toldAll"), Expectation.Nothing)
        {
            Lead = [promise, Sentence.Of("person.number", ("number", receipt.Number))],
            Receipt = receipt,
        };
    }
}
