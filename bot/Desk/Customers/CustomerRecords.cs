using Microsoft.EntityFrameworkCore;
using ServiceBot.Bot.Archive;
using ServiceBot.Bot.Desk.Conversations;
using ServiceBot.Bot.Desk.Inbox;
using ServiceBot.Bot.Desk.Records;
using ServiceBot.Bot.Desk.SignIn;
using ServiceBot.Bot.Shop.Conversations;
using ServiceBot.Dialogs.Escalation;
using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.Orders;
using ServiceBot.Dialogs.Privacy;
using ServiceBot.Dialogs.ShopFacts;
using ServiceBot.Dialogs.Turns;
using ServiceBot.Dialogs.Understanding;

namespace ServiceBot.Bot.Desk.Customers;

/// <summary>All that is known of a customer, by id alone, for those who may see it: an agent while they serve them, a supervisor at any time.</summary>
internal sealed class CustomerRecords(
    IFacts facts, CustomerHistory history, IContextStore store, ArchivedJournals archive, AgentTurns turns, Escalations escalations, Accounts accounts,
    IDbContextFactory<DeskDatabase> databases, DialogCatalog dialogs, SentenceRenderer renderer, InsultVeil veil)
{
    /// <summary>How many entries a page has.</summary>
    public const int PageSize = 20;

    /// <summary>The customer; null where there is none, or it is not the user's to see. Nobody can tell the two apart.</summary>
    public async Task<Customer?> FindAsync(DeskUser user, string id, CancellationToken cancellationToken) =>
        user.MaySee(DeskRoles.Supervisor) || await ServesAsync(user, id, cancellationToken) ? await facts.FetchAsync(new CustomerById(id), cancellationToken) as Customer : null;

    /// <summary>The customer as shown, with contact masked.</summary>
    public static CustomerView Masked(Customer customer) => new(customer.Id, customer.Name, customer.IsGuest, customer.Tier, new ContactView(
        customer.Phone is { } phone ? FieldMasks.Phone(phone) : null, customer.Email is { } email ? FieldMasks.Email(email) : null, customer.Address is { } address ? FieldMasks.Address(address.InOneLine()) : null));

    /// <summary>The conversations.</summary>
    public async Task<HistoryPage<ContactItem>> ContactsAsync(string customer, int page, SpokenLanguage language, CancellationToken cancellationToken)
    {
        var rows = await history.ContactsAsync(customer, page * PageSize, PageSize + 1, cancellationToken);
        var ids = rows.ConvertAll(row => row.Id);
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var served = await database.Escalations.AsNoTracking().Where(row => ids.Contains(row.ConversationId)).OrderBy(row => row.CreatedAt)
            .Select(row => new { row.ConversationId, row.State, row.WrapUp, row.AgentId }).ToListAsync(cancellationToken);
        var last = served.GroupBy(row => row.ConversationId, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Last(), StringComparer.Ordinal);
        var names = (await accounts.AllAsync(cancellationToken)).ToDictionary(agent => agent.Id, agent => agent.Name, StringComparer.Ordinal);
        return Page(rows, row =>
        {
            var escalation = last.GetValueOrDefault(row.Id);
            return new ContactItem(
                row.Id, row.Channel, row.Language == SpokenLanguage.Korean ? "ko" : "en", row.StartedAt, row.LastAt, row.EndedAt is null, About(row.Dialogs, language),
                escalation is null ? "bot" : escalation.WrapUp ?? escalation.State, escalation?.AgentId is { } agent ? names.GetValueOrDefault(agent, agent) : null);
        });
    }

    /// <summary>The orders, with what came back of them.</summary>
    public async Task<HistoryPage<OrderItem>> OrdersAsync(string customer, int page, SpokenLanguage language, CancellationToken cancellationToken) =>
        Page(Slice((await facts.FetchAsync(new OrdersOf(customer), cancellationToken) as OrderList)?.Orders.AsEnumerable(), page), order => new OrderItem(
            order.Id, Words($"terms.orderStatus.{order.Status}", language), order.PlacedAt,
            [.. order.Lines.Select(line => new OrderItemLine(Titles.Of(line, language), line.Quantity, Price(line.UnitPrice, order.Currency, language)))],
            [.. order.Returns.Select(back => new ReturnItem(back.Number, Words($"terms.returnStatus.{back.Status}", language), back.RequestedAt, Price(back.Total, order.Currency, language)))]));

    /// <summary>The cases.</summary>
    public async Task<HistoryPage<CaseItem>> CasesAsync(string customer, int page, SpokenLanguage language, CancellationToken cancellationToken) =>
        Page(Slice((await facts.FetchAsync(new CasesOf(customer), cancellationToken) as CaseList)?.Cases.AsEnumerable(), page), matter => new CaseItem(
            matter.Number, matter.Kind, Words($"terms.caseStatus.{matter.Status}", language), matter.OpenedAt, matter.OrderId, matter.AnswerBy, matter.Summary is { } words ? veil.Of(CaseSummary.WordsOf(words)) : null));

    /// <summary>The promises.</summary>
    public async Task<HistoryPage<PromiseItem>> PromisesAsync(string customer, int page, CancellationToken cancellationToken) =>
        Page(await history.PromisesAsync(customer, page * PageSize, PageSize + 1, cancellationToken), row => new PromiseItem(row.Kind, row.CaseNumber, row.MadeAt, row.DueAt, row.Owner, row.KeptAt));

    /// <summary>The answers about satisfaction.</summary>
    public async Task<HistoryPage<SatisfactionItem>> SatisfactionAsync(string customer, int page, CancellationToken cancellationToken) =>
        Page(await history.SatisfactionAsync(customer, page * PageSize, PageSize + 1, cancellationToken), row => new SatisfactionItem(row.About, row.Score, row.At, row.Comment is { } words ? veil.Of(words) : null));

    /// <summary>A conversation of the customer's, or of anybody where that is null, live or archived; null where it is not theirs.</summary>
    public async Task<PastConversation?> ConversationAsync(string? customer, string conversation, CancellationToken cancellationToken) =>
        await JournalAsync(customer, conversation, cancellationToken) is { } journal ? new PastConversation(conversation, Transcript.Of(journal, 0, veil)) : null;

    /// <summary>The words of a veiled line of such a conversation; null where there is none.</summary>
    public async Task<string?> UnveilAsync(string? customer, string conversation, long version, int index, CancellationToken cancellationToken) =>
        await JournalAsync(customer, conversation, cancellationToken) is { } journal ? Transcript.Unveiled(journal, version, index, veil) : null;

    private async Task<IReadOnlyList<JournalEntry>?> JournalAsync(string? customer, string conversation, CancellationToken cancellationToken)
    {
        if (await history.ContactAsync(customer, conversation, cancellationToken) is not { } row) return null;
        var live = await store.ReadJournalAsync(conversation, cancellationToken);
        return live.IsEmpty ? archive.Read(row) : live;
    }

    private async Task<bool> ServesAsync(DeskUser user, string customer, CancellationToken cancellationToken)
    {
        foreach (var row in await escalations.ServedByAsync(user.Id, cancellationToken))
            if (row.State == EscalationStates.Accepted && await turns.LoadAsync(row.ConversationId, cancellationToken) is { Assurance: >= Assurance.Verified } context && context.CustomerId == customer && context.Owner?.Agent?.Id == user.Id)
                return true;
        return false;
    }

    private IReadOnlyList<string> About(string spoken, SpokenLanguage language) =>
        [.. spoken.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(name => name is not ("identify" or "person" or "satisfaction") && dialogs.All.Any(dialog => dialog.Name == name)).Select(name => Words($"{name}.name", language))];

    private string Price(long minor, string currency, SpokenLanguage language) => renderer.Render(Sentence.Of("handoff.price", ("amount", new Money(minor, currency))), language);

    private string Words(string key, SpokenLanguage language) => renderer.Render(Sentence.Of(key), language);

    private static List<T> Slice<T>(IEnumerable<T>? all, int page) => [.. (all ?? []).Skip(page * PageSize).Take(PageSize + 1)];

    private static HistoryPage<TItem> Page<TRow, TItem>(List<TRow> rows, Func<TRow, TItem> show) => new([.. rows.Take(PageSize).Select(show)], rows.Count > PageSize);
}
