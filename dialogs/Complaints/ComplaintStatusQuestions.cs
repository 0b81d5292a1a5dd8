using System.Collections.Immutable;
using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.ShopFacts;
using ServiceBot.Dialogs.Turns;
using Facts = ServiceBot.Dialogs.Complaints.ComplaintStatusFacts;

namespace ServiceBot.Dialogs.Complaints;

/// <summary>What asking about a case asks and says in each state.</summary>
internal static class ComplaintStatusQuestions
{
    private const int MostShown = 10;

    public static Question Number(DialogScope scope) => Question.Open(ComplaintStatusSlots.Number, ExpectedKind.Text, Sentence.Of("complaint-status.askNumber")) with { Why = Sentence.Of("complaint-status.whyNumber") };

    public static Question Choice(DialogScope scope) => Question.Choose(ComplaintStatusSlots.Number, ExpectedKind.Choice, Sentence.Of("complaint-status.askWhich"),
        Facts.Cases(scope).Take(MostShown).Select(matter => new Option(matter.Number, Title(scope, matter))));

    public static Question Status(DialogScope scope)
    {
        var lead = ImmutableArray.CreateBuilder<Sentence>();
        lead.AddRange(Standing(scope));
        // The customer's own additions are known to the customer.
        if (Facts.Matter(scope).Notes.LastOrDefault(note => note.Author != "customer") is { } note)
            lead.Add(Sentence.Of("complaint-status.lastNote", ("at", note.At), ("text", note.Text)));
        return Question.Choose(ComplaintStatusSlots.Step, ExpectedKind.Choice, Sentence.Of(Facts.IsResolved(scope) ? "complaint-status.askReopen" : "complaint-status.askAdd"),
            Steps(scope).Select(step => new Option(step, scope.Words($"complaint-status.step.{step}")))) with { Lead = lead.ToImmutable() };
    }

    public static Question Told(DialogScope scope) => Question.Tell(Sentence.Of("complaint-status.restIsPersonal")) with { Lead = Standing(scope) };

    public static Question Words(DialogScope scope) => Question.Open(ComplaintStatusSlots.Words, ExpectedKind.Text,
        Sentence.Of(scope.Get(ComplaintStatusSlots.Step) == Facts.Reopen ? "complaint-status.askWhyReopen" : "complaint-status.askWords"));

    public static Question ReadBack(DialogScope scope) => Question.YesNo("confirm", Sentence.Of("complaint-status.confirm")) with
    {
        Lead = [Sentence.Of(scope.Get(ComplaintStatusSlots.Step) == Facts.Reopen ? "complaint-status.readReopen" : "complaint-status.readAdd",
            ("number", scope.Known(ComplaintStatusSlots.Number)), ("words", scope.Known(ComplaintStatusSlots.Words)))],
        IsReadBack = true,
    };

    public static Question Added(DialogScope scope) => Question.Tell(Sentence.Of(
        scope.Get(ComplaintStatusSlots.Step) == Facts.Reopen ? "complaint-status.reopened" : "complaint-status.added", ("number", scope.Known(ComplaintStatusSlots.Number))));

    private static ImmutableArray<Sentence> Standing(DialogScope scope)
    {
        var matter = Facts.Matter(scope);
        var status = Sentence.Of("complaint-status.stands", ("number", matter.Number), ("status", new Term($"terms.caseStatus.{matter.Status}")));
        if (Facts.IsResolved(scope) || matter.AnswerBy is not { } by) return [status];
        return [status, Facts.IsOverdue(scope) ? Sentence.Of("complaint-status.overdue", ("by", by)) : Sentence.Of("complaint-status.promised", ("by", by))];
    }

    private static IEnumerable<string> Steps(DialogScope scope)
    {
        yield return Facts.IsResolved(scope) ? Facts.Reopen : Facts.Add;
        if (Facts.IsOverdue(scope)) yield return Facts.Person;
        yield return Facts.Leave;
    }

    private static string Title(DialogScope scope, Case matter) => scope.Words(Sentence.Of("complaint-status.title",
        ("category", new Term($"terms.complaintCategory.{matter.Category ?? ComplaintFacts.Other}")), ("on", matter.OpenedAt), ("number", matter.Number)));
}
