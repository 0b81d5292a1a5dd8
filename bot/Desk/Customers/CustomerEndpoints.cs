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
    public static async Task<IResult> GetAsync(string id, HttpContext http, CustomerRecords records, AuditTrail audit, CancellationToken cancellationToken) =>
        await AuditedAsync(id, AuditActions.CustomerSeen, null, http, records, audit, cancellationToken) is { } customer ? Json(CustomerRecords.Masked(customer)) : Missing();

    /// <summary><c>GET /desk/api/customers/{id}/{part}?page=0</c>: contacts, orders, cases, promises or satisfaction, newest first.</summary>
    public static async Task<IResult> PageAsync(string id, string part, int? page, string? language, HttpContext http, CustomerRecords records, AuditTrail audit, CancellationToken cancellationToken)
    {
        var number = page ?? 0;
        if (number is < 0 or > PagesAtMost) return TypedResults.Problem($"'page' is '{number}': pages count from 0 to {PagesAtMost}.", statusCode: StatusCodes.Status400BadRequest);
        if (part is not ("contacts" or "orders" or "cases" or "promises" or "satisfaction"))
            return TypedResults.Problem($"'part' is '{part}': known are contacts, orders, cases, promises, satisfaction.", statusCode: StatusCodes.Status404NotFound);
        if (await AuditedAsync(id, AuditActions.CustomerSeen, part, http, records, audit, cancellationToken) is not { } customer) return Missing();
        var spoken = ConversationEndpoints.LanguageOf(language);
        return part switch
        {
            "contacts" => Json(await records.ContactsAsync(customer.Id, number, spoken, cancellationToken)),
            "orders" => Json(await records.OrdersAsync(customer.Id, number, spoken, cancellationToken)),
            "cases" => Json(await records.CasesAsync(customer.Id, number, spoken, cancellationToken)),
            "promises" => Json(await records.PromisesAsync(customer.Id, number, cancellationToken)),
            _ => Json(await records.SatisfactionAsync(customer.Id, number, cancellationToken)),
        };
    }

    /// <summary><c>GET /desk/api/customers/{id}/contacts/{conversation}</c>: what was said in one of them, to be read only.</summary>
    public static async Task<IResult> ConversationAsync(string id, string conversation, HttpContext http, CustomerRecords records, AuditTrail audit, CancellationToken cancellationToken)
    {
        if (await AuditedAsync(id, AuditActions.CustomerSeen, conversation, http, records, audit, cancellationToken) is not { } customer) return Missing();
        return await records.ConversationAsync(customer.Id, conversation, cancellationToken) is { } past ? Json(past) : Missing();
    }

    /// <summary><c>POST /desk/api/customers/{id}/contacts/{conversation}/unveil</c>: veiled words of such a conversation.</summary>
    public static async Task<IResult> UnveilAsync(string id, string conversation, LineRequest request, HttpContext http, CustomerRecords records, AuditTrail audit, CancellationToken cancellationToken)
    {
        if (await AuditedAsync(id, AuditActions.Revealed, $"{conversation} line {request.Version}.{request.Index}", http, records, audit, cancellationToken) is not { } customer) return Missing();
        return await records.UnveilAsync(customer.Id, conversation, request.Version, request.Index, cancellationToken) is { } words ? Json(new LineWords(words)) : Missing();
    }

    /// <summary><c>POST /desk/api/customers/{id}/contact</c>: how the customer is reached, unmasked.</summary>
    public static async Task<IResult> RevealAsync(string id, Inbox.Nothing _, HttpContext http, CustomerRecords records, AuditTrail audit, CancellationToken cancellationToken) =>
        await AuditedAsync(id, AuditActions.Revealed, "contact", http, records, audit, cancellationToken) is { } customer
            ? Json(new ContactView(customer.Phone, customer.Email, customer.Address?.InOneLine()))
            : Missing();

    private static async Task<Customer?> AuditedAsync(string id, string action, string? detail, HttpContext http, CustomerRecords records, AuditTrail audit, CancellationToken cancellationToken)
    {
        var user = DeskUser.From(http.User);
        if (await records.FindAsync(user, id, cancellationToken) is not { } customer) return null;
        await audit.WriteAsync(user.Id, action, customer.Id, detail, cancellationToken);
        return customer;
    }

    private static JsonHttpResult<T> Json<T>(T answer) => TypedResults.Json(answer, DeskJson.Options);

    // The same words for who is not there and who is not yours to see.
    private static ProblemHttpResult Missing() => TypedResults.Problem("There is no such customer at your desk.", statusCode: StatusCodes.Status404NotFound);
}
