using System.Collections.Immutable;
using ServiceBot.Dialogs.Escalation;
using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.Turns;
using ServiceBot.Dialogs.Understanding;
using Stateless;
using S = ServiceBot.Dialogs.WebLink.WebLinkStates;

namespace ServiceBot.Dialogs.WebLink;

/// <summary>Lets a caller go on with the same conversation on the web: by a link in a text message, or by a code that is spoken and entered there.</summary>
internal sealed class WebLinkDialog() : Dialog<WebLinkStates>("web-link", S.Way)
{
    private const string ByLink = "link";
    private const string ByCode = "code";
    private static readonly Slot<string> Way = new("way");

    public override string Purpose => "Lets a caller go on with the same conversation on the web, by a link in a text message or a spoken code.";

    public override ImmutableArray<string> Intents => [Understanding.Intents.WebLink];

    public override bool IsAnswer => true;

    protected override void Configure(StateMachine<WebLinkStates, Trigger> machine, Guards when)
    {
        machine.Configure(S.Way).SubstateOf(S.Open)
            .PermitIf(Trigger.Next, S.Here, when.Holds(scope => !scope.Turn.Channel.Speaks), "is where one can read already")
            .PermitIf(Trigger.Next, S.Link, when.Holds(scope => scope.Turn.Channel.Speaks && scope.Get(Way) == ByLink), "by a link")
            .PermitIf(Trigger.Next, S.Code, when.Holds(scope => scope.Turn.Channel.Speaks && scope.Get(Way) == ByCode), "by a code");
        machine.Configure(S.Link)
            .Permit(Trigger.Done, S.Sent)
            .Permit(Trigger.Pending, S.Sent)
            .Permit(Trigger.Refused, S.Code)
            .Permit(Trigger.Unknown, S.Code)
            .Permit(Trigger.Person, S.HandedOver);
        machine.Configure(S.Code)
            .Permit(Trigger.Done, S.Told)
            .Permit(Trigger.Pending, S.NotPossible)
            .Permit(Trigger.Refused, S.NotPossible)
            .Permit(Trigger.Unknown, S.NotPossible)
            .Permit(Trigger.Person, S.HandedOver);
    }

    protected override void Describe(StateTable<WebLinkStates> states)
    {
        states.At(S.Way).Infers(InferWay).Collects(Way, "web-link.way", HearWay).Asks(AskWay);
        states.At(S.Link).Commits(scope => Pass(scope) with { To = scope.Turn.From, From = scope.Turn.To });
        states.At(S.Code).Commits(Pass);
        states.At(S.Sent).Ends(_ => Question.Tell(Sentence.Of("web-link.sent")));
        states.At(S.Told).Ends(scope => Question.Tell(Sentence.Of("web-link.told", ("code", scope.Known(Outcomes.Code)))));
        states.At(S.Here).Ends(_ => Question.Tell(Sentence.Of("web-link.here")));
        states.At(S.NotPossible).Ends(_ => Question.Tell(Sentence.Of("web-link.notPossible")));
    }

    private static PassToWeb Pass(DialogScope scope) => new(scope.Context.Id, scope.Context.Language);

    // No message reaches a number that is withheld.
    private static void InferWay(DialogScope scope)
    {
        if (!scope.Knows(Way) && Contact.OfCaller(scope.Turn.From) is null) scope.Set(Way, ByCode, SlotSource.Inferred);
    }

    private static Question AskWay(DialogScope scope) => Question.Choose(Way, ExpectedKind.Choice, Sentence.Of("web-link.ask"),
    [
        new Option(ByLink, scope.Words("web-link.byLink")) { AlsoKnownAs = [scope.Words("web-link.linkAlso")] },
        new Option(ByCode, scope.Words("web-link.byCode")) { AlsoKnownAs = [scope.Words("web-link.codeAlso")] },
    ]);

    private static bool HearWay(DialogScope scope, Recognition heard, bool asked)
    {
        if (!asked || heard.Chosen.IsEmpty || scope.Context.Asked?.Expecting.Options[heard.Chosen[0]].Value is not { } way) return false;
        scope.Set(Way, way);
        return true;
    }
}
