using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ServiceBot.Tests.Retail;

namespace ServiceBot.Conversations.Retail;

/// <summary>One customer's story: who it is, what is to come back, and how the shop stands afterwards.</summary>
/// <param name="Id">The task's number.</param>
/// <param name="Name">As the customer says it.</param>
/// <param name="Email">Null where the customer gives name and postcode instead.</param>
/// <param name="Postcode">Null where the customer gives an e-mail address.</param>
/// <param name="Wishes">The returns, in order.</param>
/// <param name="Changed">The orders and users that differ afterwards.</param>
internal sealed partial record RetailTask(int Id, string Name, string? Email, string? Postcode, IReadOnlyList<RetailWish> Wishes, JsonObject Changed)
{
    /// <summary>The orders that it changes.</summary>
    public IEnumerable<string> Orders => Changed["orders"]!.AsObject().Select(order => order.Key);

    public static RetailTask From(JsonNode task, JsonObject changed)
    {
        var story = RetailConverter.Text(task, "instruction");
        var wishes = task["requests"]!.AsArray().Select(request => RetailWish.From(request!["arguments"]!)).ToArray();
        return new((int)task["id"]!, NameIn().Match(story).Groups[1].Value, Group(EmailIn().Match(story)), Group(PostcodeIn().Match(story)), wishes, changed);
    }

    private static string? Group(Match match) => match.Success ? match.Groups[1].Value : null;

    [GeneratedRegex("Your name is ([A-Z][a-z]+ [A-Z][a-z]+) and")]
    private static partial Regex NameIn();

    [GeneratedRegex("your email is ([^ ]+@[^ ]+[a-z])")]
    private static partial Regex EmailIn();

    [GeneratedRegex("your zip code is ([0-9]{5})")]
    private static partial Regex PostcodeIn();
}

/// <summary>One return that a customer wants.</summary>
/// <param name="Order">Of which order.</param>
/// <param name="Items">Which variants, one entry for each piece.</param>
/// <param name="RefundTo">The payment method that gets the money.</param>
internal sealed record RetailWish(string Order, IReadOnlyList<string> Items, string RefundTo)
{
    public static RetailWish From(JsonNode arguments) => new(
        RetailConverter.Text(arguments, "order_id"), [.. arguments["item_ids"]!.AsArray().Select(item => item!.GetValue<string>())], RetailConverter.Text(arguments, "payment_method_id"));
}
