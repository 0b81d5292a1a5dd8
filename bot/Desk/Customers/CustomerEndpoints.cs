using Microsoft.AspNetCore.Http.HttpResults;
using ServiceBot.Bot.Desk.Conversations;
using ServiceBot.Bot.Desk.SignIn;
using ServiceBot.Dialogs.ShopFacts;

namespace ServiceBot.Bot.Desk.Customers;

/// <summary>A customer by id alone. Every look is in the audit before it is answered.</summary>
internal static class CustomerEndpoints
{
    private const int PagesAtMost = 1_000;

    /// <summary><c>GET /desk/api/customers/{id}</c>.</summary>
    public static async Task<Results<Ok<CustomerView>, ProblemHttpResult>> GetAsync(string id, HttpContext http, CustomerRecords records, AuditTrail audit, CancellationToken cancellationToken) =>
        await AuditedAsync(id, AuditActions.CustomerSeen, null, http, records, audit, cancellationToken) is { } customer ? TypedResults.Ok(CustomerRecords.Masked(customer)) : Missing();

    /// <summary><c>GET /desk/api/customers/{id}/contacts?page=0</c>, newest first.</summary>
    public static Task<Results<Ok<HistoryPage<ContactItem>>, ProblemHttpResult>> ContactsAsync(string id, int? page, string? language, HttpContext http, CustomerRecords records, AuditTrail audit, CancellationToken cancellationToken) =>
        PageAsync(id, "contacts", page, http, records, audit, (customer, number) => records.ContactsAsync(customer, number, ConversationEndpoints.LanguageOf(language), cancellationToken), cancellationToken);

    /// <summary><c>GET /desk/api/customers/{id}/orders?page=0</c>, newest first.</summary>
    public static Task<Results<Ok<HistoryPage<OrderItem>>, ProblemHttpResult>> OrdersAsync(string id, int? page, string? language, HttpContext http, CustomerRecords records, AuditTrail audit, CancellationToken cancellationToken) =>
        PageAsync(id, "orders", page, http, records, audit, (customer, number) => records.OrdersAsync(customer, number, ConversationEndpoints.LanguageOf(language), cancellationToken), cancellationToken);

    /// <summary><c>GET /desk/api/customers/{id}/cases?page=0</c>, newest first.</summary>
    public static Task<Results<Ok<HistoryPage<CaseItem>>, ProblemHttpResult>> CasesAsync(string id, int? page, string? language, HttpContext http, CustomerRecords records, AuditTrail audit, CancellationToken cancellationToken) =>
        PageAsync(id, "cases", page, http, records, audit, (customer, number) => records.CasesAsync(customer, number, ConversationEndpoints.LanguageOf(language), cancellationToken), cancellationToken);

    /// <summary><c>GET /desk/api/customers/{id}/promises?page=0</c>, newest first.</summary>
    public static Task<Results<Ok<HistoryPage<PromiseItem>>, ProblemHttpResult>> PromisesAsync(string id, int? page, HttpContext http, CustomerRecords records, AuditTrail audit, CancellationToken cancellationToken) =>
        PageAsync(id, "promises", page, http, records, audit, (customer, number) => records.PromisesAsync(customer, number, cancellationToken), cancellationToken);

    /// <summary><c>GET /desk/api/customers/{id}/satisfaction?page=0</c>, newest first.</summary>
    public static Task<Results<Ok<HistoryPage<SatisfactionItem>>, ProblemHttpResult>> SatisfactionAsync(string id, int? page, HttpContext http, CustomerRecords records, AuditTrail audit, CancellationToken cancellationToken) =>
        PageAsync(id, "satisfaction", page, http, records, audit, (customer, number) => records.SatisfactionAsync(customer, number, cancellationToken), cancellationToken);

    /// <summary><c>GET /desk/api/customers/{id}/contacts/{conversation}</c>: what was said in one of them, to be read only.</summary>
    public static async Task<Results<Ok<PastConversation>, ProblemHttpResult>> ConversationAsync(string id, string conversation, HttpContext http, CustomerRecords records, AuditTrail audit, CancellationToken cancellationToken)
    {
        if (await AuditedAsync(id, AuditActions.CustomerSeen, conversation, http, records, audit, cancellationToken) is not { } customer) return Missing();
        return await records.ConversationAsync(customer.Id, conversation, cancellationToken) is { } past ? TypedResults.Ok(past) : Missing();
    }

    /// <summary><c>POST /desk/api/customers/{id}/contacts/{conversation}/unveil</c>: veiled words of such a conversation.</summary>
    public static async Task<Results<Ok<LineWords>, ProblemHttpResult>> UnveilAsync(string id, string conversation, LineRequest request, HttpContext http, CustomerRecords records, AuditTrail audit, CancellationToken cancellationToken)
    {
        if (await AuditedAsync(id, AuditActions.Revealed, $"{conversation} line {request.Version}.{request.Index}", http, records, audit, cancellationToken) is not { } customer) return Missing();
        return await records.UnveilAsync(customer.Id, conversation, request.Version, request.Index, cancellationToken) is { } words ? TypedResults.Ok(new LineWords(words)) : Missing();
    }

    /// <summary><c>POST /desk/api/customers/{id}/contact</c>: how the customer is reached, unmasked.</summary>
    public static async Task<Results<Ok<ContactView>, ProblemHttpResult>> RevealAsync(string id, Inbox.Nothing _, HttpContext http, CustomerRecords records, AuditTrail audit, CancellationToken cancellationToken) =>
        await AuditedAsync(id, AuditActions.Revealed, "contact", http, records, audit, cancellationToken) is { } customer
            ? TypedResults.Ok(new ContactView(customer.Phone, customer.Email, customer.Address?.InOneLine()))
            : Missing();

    private static async Task<Results<Ok<HistoryPage<T>>, ProblemHttpResult>> PageAsync<T>(
        string id, string part, int? page, HttpContext http, CustomerRecords records, AuditTrail audit, Func<string, int, Task<HistoryPage<T>>> read, CancellationToken cancellationToken)
    {
        var number = page ?? 0;
        if (number is < 0 or > PagesAtMost) return TypedResults.Problem($"'page' is '{number}': pages count from 0 to {PagesAtMost}.", statusCode: StatusCodes.Status400BadRequest);
        if (await AuditedAsync(id, AuditActions.CustomerSeen, part, http, records, audit, cancellationToken) is not { } customer) return Missing();
        return TypedResults.Ok(await read(customer.Id, number));
    }

    private static async Task<Customer?> AuditedAsync(string id, string action, string? detail, HttpContext http, CustomerRecords records, AuditTrail audit, CancellationToken cancellationToken)
    {
        var user = DeskUser.From(http.User);
        if (await records.FindAsync(user, id, cancellationToken) is not { } customer) return null;
        await audit.WriteAsync(user.Id, action, customer.Id, detail, cancellationToken);
        return customer;
    }

    // The same words for who is not there and who is not yours to see.
    private static ProblemHttpResult Missing() => TypedResults.Problem("There is no such customer at your desk.", statusCode: StatusCodes.Status404NotFound);
}
