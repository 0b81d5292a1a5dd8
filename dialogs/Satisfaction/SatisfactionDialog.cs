using System.Collections.Immutable;
using System.Globalization;
using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.Repair;
using ServiceBot.Dialogs.Turns;
using ServiceBot.Dialogs.Understanding;
using Stateless;
using S = ServiceBot.Dialogs.Satisfaction.SatisfactionStates;

namespace ServiceBot.Dialogs.Satisfaction;

/// <summary>Asks how it was, after a receipt and before goodbye: a score, and in the customer's words what was best or worst. Whoever was badly served is offered a person, once.</summary>
internal sealed class SatisfactionDialog() : Dialog<SatisfactionStates>("satisfaction", S.Rating)
{
    public override string Purpose => "Asks how it was, after a receipt and before goodbye, and offers a person to whoever was badly served.";

    private const int Highest = 5;
    private const int LowUpTo = 2;
    private const int HighFrom = 4;

    public override ImmutableArray<string> Intents => [Understanding.Intents.Satisfaction];

    public override bool IsLast => true;

    protected override void Configure(StateMachine<SatisfactionStates, Trigger> machine, Guards when)
    {
        machine.Configure(S.Rating).SubstateOf(S.Open)
            .PermitIf(Trigger.Next, S.Comment, when.Holds(scope => scope.Get(SatisfactionSlots.Rating) is not (null or Refusal.LeftOut)), "rated")
            .PermitIf(Trigger.Next, S.Declined, when.Holds(scope => scope.Get(SatisfactionSlots.Rating) == Refusal.LeftOut), "would rather not rate");
        machine.Configure(S.Comment).SubstateOf(S.Open)
            .PermitIf(Trigger.Next, S.Committing, when.Known(SatisfactionSlots.Comment), "comment, or none");
        machine.Configure(S.Committing)
            .PermitIf(Trigger.Done, S.OfferPerson, when.Holds(scope => IsLow(scope)), "a low score")
            .PermitIf(Trigger.Done, S.Thanked, when.Holds(scope => !IsLow(scope)), "no low score")
            .Permit(Trigger.Pending, S.Thanked)
            .Permit(Trigger.Refused, S.Thanked)
            .Permit(Trigger.Unknown, S.Thanked)
            .Permit(Trigger.Person, S.HandedOver);
        machine.Configure(S.OfferPerson).SubstateOf(S.Open)
            .Permit(Trigger.Yes, S.HandedOver)
            .Permit(Trigger.No, S.Declined);
    }

    protected override void Describe(StateTable<SatisfactionStates> states)
    {
        states.At(S.Rating).Collects(SatisfactionSlots.Rating, "satisfaction.rating", HearRating, optional: true).Asks(AskRating);
        states.At(S.Comment).Collects(SatisfactionSlots.Comment, "satisfaction.comment", HearComment, optional: true).Asks(AskComment);
        states.At(S.Committing).Commits(Effect);
        states.At(S.OfferPerson).Asks(_ => Question.Offer("person", Sentence.Of("satisfaction.offerPerson")) with { Lead = [Sentence.Of("satisfaction.sorry")] });
        states.At(S.Thanked).Ends(_ => Question.Tell(Sentence.Of("satisfaction.thanks")));
        states.At(S.Declined).Ends();
    }

    private static Question AskRating(DialogScope scope) => Question.Choose(SatisfactionSlots.Rating, ExpectedKind.Rating, Sentence.Of("satisfaction.askRating"),
        Enumerable.Range(1, Highest).Select(score => Score(scope, score)));

    private static Option Score(DialogScope scope, int score)
    {
        var value = score.ToString(CultureInfo.InvariantCulture);
        return new Option(value, scope.Words($"satisfaction.score.{value}")) { AlsoKnownAs = [scope.Words($"satisfaction.said.{value}")] };
    }

    private static bool HearRating(DialogScope scope, Recognition heard, bool asked)
    {
        if (!asked) return false;
        var score = heard.Of(EntityType.Rating).FirstOrDefault()?.Value ?? (heard.Chosen.IsEmpty ? null : scope.Context.Asked?.Expecting.Options[heard.Chosen[0]].Value);
        if (score is null) return false;
        scope.Set(SatisfactionSlots.Rating, score);
        return true;
    }

    private static Question AskComment(DialogScope scope) => Question.Open(SatisfactionSlots.Comment, ExpectedKind.Text,
        Sentence.Of(Rating(scope) switch { <= LowUpTo => "satisfaction.askWorst", >= HighFrom => "satisfaction.askBest", _ => "satisfaction.askBetter" }));

    private static bool HearComment(DialogScope scope, Recognition heard, bool asked)
    {
        if (!asked || heard.Answer == YesNo.No || heard.Acts.Contains(DialogAct.Refuse) || heard.Acts.Contains(DialogAct.Bye) || heard.Text.Length < 2) return false;
        scope.Set(SatisfactionSlots.Comment, heard.Text);
        return true;
    }

    private static Effect Effect(DialogScope scope) => new RecordSatisfaction(scope.Context.Receipts.LastOrDefault(receipt => receipt.Kind != "satisfaction")?.Number ?? scope.Context.Id, Rating(scope))
    {
        Comment = scope.Get(SatisfactionSlots.Comment) is { } comment and not Refusal.LeftOut ? comment : null,
        CustomerId = scope.IsVerified ? scope.CustomerId : null,
    };

    private static bool IsLow(DialogScope scope) => Rating(scope) <= LowUpTo;

    private static int Rating(DialogScope scope) => int.Parse(scope.Known(SatisfactionSlots.Rating), CultureInfo.InvariantCulture);
}
