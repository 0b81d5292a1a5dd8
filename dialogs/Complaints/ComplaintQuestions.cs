using System.Collections.Immutable;
using ServiceBot.Dialogs.Escalation;
using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.Orders;
using ServiceBot.Dialogs.Repair;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Dialogs.Complaints;

/// <summary>What a complaint asks and says in each state.</summary>
internal static class ComplaintQuestions
{
    private static readonly ImmutableArray<string> Categories = ["delivery", "product", "service", "refund", "price", ComplaintFacts.Privacy, ComplaintFacts.Other];
    private static readonly ImmutableArray<string> Wishes = ["refund", "exchange", "apology", "compensation", "explanation", "fix", "other"];

    // Longer stories are read back in part; the case holds them whole.
    private const int MostReadBack = 120;

    public static Question Story(DialogScope scope) => Question.Open(ComplaintSlots.Story, ExpectedKind.Text, Sentence.Of("complaint.askStory")) with { Why = Sentence.Of("complaint.whyStory") };

    public static Question Category(DialogScope scope) => Question.Choose(ComplaintSlots.Category, ExpectedKind.Choice, Sentence.Of("complaint.askCategory"),
        Categories.Select(category => new Option(category, scope.Words($"terms.complaintCategory.{category}")))) with { Why = Sentence.Of("complaint.whyCategory") };

    public static Question Order(DialogScope scope)
    {
        var question = OrderChoice.Ask(ComplaintSlots.Order, Sentence.Of("complaint.askOrder"), OrderChoice.All(scope), scope);
        var options = question.Expecting.Options.Add(new Option(Refusal.LeftOut, scope.Words("complaint.noOrder")));
        return question with { Expecting = question.Expecting with { Options = options } };
    }

    public static Question Wish(DialogScope scope) => Question.Choose(ComplaintSlots.Wish, ExpectedKind.Choice, Sentence.Of("complaint.askWish"),
        Wishes.Select(wish => new Option(wish, scope.Words($"terms.wish.{wish}")))) with { Why = Sentence.Of("complaint.whyWish") };

    public static Question ReadBack(DialogScope scope)
    {
        var lead = ImmutableArray.CreateBuilder<Sentence>();
        var category = new Term($"terms.complaintCategory.{scope.Known(ComplaintSlots.Category)}");
        lead.Add(Sentence.Of("complaint.readStory", ("story", Shortened(scope.Known(ComplaintSlots.Story)))));
        lead.Add(scope.Known(ComplaintSlots.Wish) is var wish and not Refusal.LeftOut
            ? Sentence.Of("complaint.readMatter", ("category", category), ("wish", new Term($"terms.wish.{wish}")))
            : Sentence.Of("complaint.readMatterOnly", ("category", category)));
        if (ComplaintFacts.OrderOf(scope) is { } order) lead.Add(Sentence.Of("complaint.readOrder", ("order", Titles.Both(order, scope))));
        if (scope.Context.Photos.Count > 0) lead.Add(Sentence.Of("complaint.readPhotos", ("count", scope.Context.Photos.Count)));
        return Question.YesNo("confirm", Sentence.Of("complaint.confirm")) with { Lead = lead.ToImmutable(), IsReadBack = true };
    }

    public static Question InProgress(DialogScope scope) => Question.Tell(Sentence.Of("complaint.inProgress"));

    public static Question Receipt(DialogScope scope)
    {
        var receipt = scope.Known(Outcomes.Receipt);
        var by = scope.Get(ComplaintSlots.AnswerBy);
        return new Question(Sentence.Of("complaint.askLater"), Expectation.Nothing)
        {
            Lead =
            [
                Sentence.Of("complaint.registered", ("number", receipt.Number)),
                scope.Get(ComplaintSlots.Contact) is { } contact and not Refusal.LeftOut
                    ? Sentence.Of("complaint.answeredAt", ("by", by), ("contact", Contact.Veiled(contact)))
                    : Sentence.Of(scope.IsVerified ? "complaint.answered" : "complaint.answeredHere", ("by", by)),
            ],
            Receipt = receipt,
        };
    }

    private static string Shortened(string story) => story.Length <= MostReadBack ? story : $"{story[..MostReadBack].TrimEnd()}…";
}
