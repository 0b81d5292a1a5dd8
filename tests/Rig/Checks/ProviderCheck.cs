using System.Text.Json.Nodes;
using ServiceBot.Rig.Load;

namespace ServiceBot.Rig.Checks;

/// <summary>I2 to I4 at the payment provider: every intent was paid at most once, of the right amount; every payment has an intent; every intent has ended.</summary>
internal static class ProviderCheck
{
    private static readonly string[] Ended = ["done", "failed", "manual", "released"];

    /// <summary>Compares the shop's intents with the provider's books.</summary>
    public static void Run(ShopState shop, IReadOnlyList<JsonNode> ledger, Findings findings)
    {
        var paid = ledger.Where(booked => BotClient.Text(booked, "status") != "failed").ToLookup(booked => BotClient.Text(booked, "reference"), StringComparer.Ordinal);
        foreach (var intent in shop.Refunds)
        {
            var (id, state) = (BotClient.Text(intent, "id"), BotClient.Text(intent, "state"));
            var booked = paid[id].ToArray();
            if (booked.Length > 1)
                findings.Twice($"{id} was paid {booked.Length} times");
            if (state == "done" && booked.Length == 0)
                findings.Missing($"{id} is done, and the provider never paid it");
            if (!Ended.Contains(state, StringComparer.Ordinal))
                findings.Missing($"{id} is still {state} after the time in which it had to end");
            if (booked.Any(one => ShopState.Number(one, "amount") != ShopState.Number(intent, "amount")))
                findings.Amiss($"{id} of {ShopState.Number(intent, "amount")} was paid {string.Join(" and ", booked.Select(one => ShopState.Number(one, "amount")))}");
        }

        var known = shop.Refunds.Select(intent => BotClient.Text(intent, "id")).ToHashSet(StringComparer.Ordinal);
        foreach (var unknown in paid.Where(booked => !known.Contains(booked.Key)))
            findings.Twice($"the provider paid {unknown.Key}, which nobody intended");
    }
}
