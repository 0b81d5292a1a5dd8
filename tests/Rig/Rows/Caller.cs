using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace ServiceBot.Rig.Rows;

/// <summary>Somebody who calls, asks for a person by the keypad, and leaves a case; the rig plays the telephone company.</summary>
/// <param name="webhooks">The way to the nodes.</param>
/// <param name="customer">Which.</param>
internal sealed partial class Caller(Webhooks webhooks, int customer)
{
    private const string Token = "the-telephone-token-of-the-rig";
    private const string Address = "https://telephone.rig.test";
    private const string Account = "AC00000000000000000000000000000001";
    private readonly Random chance = new(customer);

    /// <summary>What nodes need for calls.</summary>
    public static IReadOnlyList<string> Settings { get; } = ["--Twilio:AuthTokens:0", Token, "--Twilio:AccountSid", Account, "--Twilio:PublicBaseUrl", Address];

    /// <summary>The number from which a customer calls.</summary>
    public static string NumberOf(int customer) => $"+8210{customer:00000000}";

    /// <summary>Calls; every fifth event reaches both nodes at once.</summary>
    public async Task CallAsync(Tally tally, RowRun run)
    {
        var document = await SendAsync("/twilio/voice", [], tally, run);
        foreach (var key in new[] { "0", "1" })
            document = await SendAsync(Next(document), new() { ["Digits"] = key }, tally, run);
        run.Demand(document.Contains("<Say", StringComparison.Ordinal), $"the caller {customer} heard at the end: {document}");
    }

    private static string Next(string document) => Action().Match(document) is { Success: true } found
        ? WebUtility.HtmlDecode(found.Groups["to"].Value)
        : throw new InvalidDataException($"A caller is asked nothing: {document}");

    // A document that only leads on is followed, as the telephone company does: the other copy of an event may be waited for so.
    private async Task<string> FollowedAsync(string document, Tally tally)
    {
        while (!Action().IsMatch(document) && Redirect().Match(document) is { Success: true } on)
        {
            await Task.Delay(1_000);
            var (path, form) = Request(WebUtility.HtmlDecode(on.Groups["to"].Value), []);
            document = await webhooks.PostAsync(chance.Next(2), path, form, Sign(Address + path, form), tally);
        }

        return document;
    }

    private async Task<string> SendAsync(string to, Dictionary<string, string> with, Tally tally, RowRun run)
    {
        var ((path, form), node) = (Request(to, with), chance.Next(2));
        var signature = Sign(Address + path, form);
        if (chance.Next(5) != 0)
            return await FollowedAsync(await webhooks.PostAsync(node, path, form, signature, tally), tally);
        Interlocked.Increment(ref tally.Twice);
        var both = await Task.WhenAll(webhooks.PostAsync(node, path, form, signature, tally), webhooks.PostAsync(1 - node, path, form, signature, tally));
        both = [await FollowedAsync(both[0], tally), await FollowedAsync(both[1], tally)];
        run.Demand(both[0] == both[1], $"the caller {customer} got two documents for one event at {path}: {both[0]} and {both[1]}");
        return both[0];
    }

    private (string Path, Dictionary<string, string> Form) Request(string to, Dictionary<string, string> with) =>
        (to.StartsWith(Address, StringComparison.Ordinal) ? to[Address.Length..] : to, new(with, StringComparer.Ordinal)
        {
            ["CallSid"] = $"CA{customer:x32}", ["AccountSid"] = Account, ["From"] = NumberOf(customer), ["To"] = "+82212345678", ["CallStatus"] = "in-progress", ["Direction"] = "inbound",
        });

    [SuppressMessage("Security", "CA5350", Justification = "The telephone company's protocol names SHA-1.")]
    private static string Sign(string address, Dictionary<string, string> form) => Convert.ToBase64String(HMACSHA1.HashData(
        Encoding.UTF8.GetBytes(Token), Encoding.UTF8.GetBytes(address + string.Concat(form.OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => field.Key + field.Value)))));

    [GeneratedRegex("""<Gather[^>]* action="(?<to>[^"]+)""")]
    private static partial Regex Action();

    [GeneratedRegex("<Redirect[^>]*>(?<to>[^<]+)<")]
    private static partial Regex Redirect();
}
