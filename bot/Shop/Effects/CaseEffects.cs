using Microsoft.EntityFrameworkCore;
using ServiceBot.Bot.Shop.Rows;
using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Language;

namespace ServiceBot.Bot.Shop.Effects;

/// <summary>What goes to people: cases with their promise, words added to them, and what customers thought.</summary>
internal static class CaseEffects
{
    /// <summary>Opens a case and promises an answer.</summary>
    public static async Task<Outcome> OpenAsync(EffectRun run, OpenCase effect, CancellationToken cancellationToken)
    {
        var database = run.Database;
        if (effect.CustomerId is { } customer && !await database.Customers.AnyAsync(row => row.Id == customer, cancellationToken)) return EffectRun.Refused("customer_unknown");
        var orderKnown = effect.OrderId is { } order
            && await database.Orders.AnyAsync(row => row.Id == order && (effect.CustomerId == null || row.CustomerId == effect.CustomerId), cancellationToken);
        if (effect is { CustomerId: not null, OrderId: not null } && !orderKnown) return EffectRun.Refused("order_unknown");

        var number = await run.NextNumberAsync("C", cancellationToken);
        var matter = new CaseRow
        {
            Number = number,
            Kind = effect.Kind,
            Status = CaseStatuses.Open,
            OpenedAt = run.Now,
            CustomerId = effect.CustomerId,
            OrderId = orderKnown ? effect.OrderId : null,
            Category = effect.Category,
            Severity = effect.Severity,
            Wish = effect.Wish,
            Summary = effect.Summary,
            Phone = effect.Phone,
            Email = effect.Email,
            Language = effect.Language == SpokenLanguage.Korean ? "ko" : "en",
            Trigger = effect.Trigger,
            Evidence = [.. effect.Evidence],
            ConversationId = ConversationOf(run.Key),
            Promises = [new() { Id = $"{number}-P1", CustomerId = effect.CustomerId, Kind = PromiseKind(effect.Kind), MadeAt = run.Now, DueAt = effect.AnswerBy, Owner = PromiseRow.Desk }],
        };
        // Nobody has proven who they are, and the number fits no order: it is kept as it was said.
        if (effect.OrderId is not null && !orderKnown) matter.Notes.Add(new() { At = run.Now, Author = "customer", Text = effect.OrderId });
        matter.Prepare();
        DocumentRules.Demand(matter);
        database.Cases.Add(matter);
        await database.SaveChangesAsync(cancellationToken);
        return new(OutcomeKind.Done, new(number, effect.Kind));
    }

    /// <summary>Adds the customer's words, and opens a resolved case again where that was asked.</summary>
    public static async Task<Outcome> AddAsync(EffectRun run, AddToCase effect, CancellationToken cancellationToken)
    {
        // Written first, so that two who add to one case wait for each other, in every database.
        var known = await run.Database.Cases.Where(row => row.Number == effect.Number).ExecuteUpdateAsync(set => set.SetProperty(row => row.Status, row => row.Status), cancellationToken);
        if (known == 0) return EffectRun.Refused("case_unknown");
        var matter = await run.Database.Cases.Include(row => row.Notes).SingleAsync(row => row.Number == effect.Number, cancellationToken);
        matter.Notes.Add(new() { At = run.Now, Author = "customer", Text = effect.Text, Position = matter.Notes.Select(note => note.Position + 1).DefaultIfEmpty(0).Max() });
        if (effect.Reopen && matter.Status == CaseStatuses.Resolved) (matter.Status, matter.ResolvedAt) = (CaseStatuses.Reopened, null);
        else if (matter.Status == CaseStatuses.WaitingCustomer) matter.Status = CaseStatuses.InProgress;
        await run.Database.SaveChangesAsync(cancellationToken);
        return new(OutcomeKind.Done, new(matter.Number, matter.Kind));
    }

    /// <summary>Keeps what a customer thought.</summary>
    public static async Task<Outcome> RecordAsync(EffectRun run, RecordSatisfaction effect, CancellationToken cancellationToken)
    {
        if (effect.CustomerId is { } customer && !await run.Database.Customers.AnyAsync(row => row.Id == customer, cancellationToken)) return EffectRun.Refused("customer_unknown");
        var row = new SatisfactionRow
        {
            Id = await run.NextNumberAsync("S", cancellationToken),
            About = effect.About,
            Score = effect.Score,
            Comment = effect.Comment,
            CustomerId = effect.CustomerId,
            At = run.Now,
        };
        DocumentRules.Demand(row);
        run.Database.Satisfaction.Add(row);
        await run.Database.SaveChangesAsync(cancellationToken);
        return new(OutcomeKind.Done, new(row.Id, "satisfaction"));
    }

    // An effect's key begins with the conversation in which it was wished.
    private static string? ConversationOf(string key) => key.Split('/') is [var conversation, _, _, _] ? conversation : null;

    private static string PromiseKind(string kind) => string.Equals(kind, CaseKinds.Callback, StringComparison.Ordinal) ? "callback" : "answer";
}
