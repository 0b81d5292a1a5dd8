using System.Text.Json.Nodes;
using ServiceBot.Rig.Load;
using ServiceBot.Rig.Nodes;

namespace ServiceBot.Rig.Checks;

/// <summary>I2 to I4: every refund that a customer was told of is in the books once, none is there that nobody confirmed, and none exceeds what was paid.</summary>
internal static class MoneyCheck
{
    /// <summary>Compares the books with what customers lived through.</summary>
    public static void Run(ShopState shop, IReadOnlyCollection<Story> stories, Findings findings)
    {
        var byOrder = shop.Returns.ToLookup(entry => BotClient.Text(entry, "orderId"), StringComparer.Ordinal);
        var refunds = shop.Refunds.ToLookup(refund => BotClient.Text(refund, "returnNumber"), StringComparer.Ordinal);
        foreach (var story in stories)
        {
            var told = story.Receipts.Where(receipt => receipt.Key != "person").ToDictionary(StringComparer.Ordinal);
            var wished = story.Wishes.Where(wish => wish is { Line: not null, IsRefused: false }).Select(wish => wish.Line).ToHashSet(StringComparer.Ordinal);
            var booked = byOrder[RigShop.Order(story.Customer)].SelectMany(entry => Lines(entry).Select(line => (Line: line, Number: BotClient.Text(entry, "number")))).ToArray();

            foreach (var line in booked.GroupBy(entry => entry.Line, StringComparer.Ordinal))
            {
                if (line.Count() > 1)
                    findings.Twice($"line {line.Key} of {RigShop.Order(story.Customer)} was refunded as {string.Join(" and ", line.Select(entry => entry.Number))}");
                if (!wished.Contains(line.Key))
                    findings.Amiss($"line {line.Key} of {RigShop.Order(story.Customer)} was refunded and nobody wished it");
                if (told.TryGetValue(line.Key, out var number) && line.First().Number != number)
                    findings.Amiss($"line {line.Key} of {RigShop.Order(story.Customer)} was refunded as {line.First().Number}, and the customer was told {number}");
            }

            foreach (var (line, number) in told.Where(receipt => booked.All(entry => entry.Line != receipt.Key)))
                findings.Missing($"the customer of {RigShop.Order(story.Customer)} was told the receipt {number} for line {line}, and there is no such refund");
        }

        foreach (var entry in shop.Returns)
        {
            var price = Lines(entry).Sum(line => RigShop.Goods.First(goods => goods.Line == line).Price);
            var planned = refunds[BotClient.Text(entry, "number")].Sum(refund => ShopState.Number(refund, "amount"));
            if (planned < price)
                findings.Missing($"{BotClient.Text(entry, "number")} pays back {planned} of {price}");
            if (planned > price)
                findings.Twice($"{BotClient.Text(entry, "number")} pays back {planned} for {price}");
        }

        var reserved = shop.Refunds.Where(refund => BotClient.Text(refund, "state") is not ("released" or "failed")).ToLookup(refund => BotClient.Text(refund, "paymentId"), StringComparer.Ordinal);
        foreach (var payment in shop.Payments)
        {
            var (paid, taken) = (ShopState.Number(payment, "paid"), ShopState.Number(payment, "refunded") + ShopState.Number(payment, "reserved"));
            var intended = reserved[BotClient.Text(payment, "id")].Sum(refund => ShopState.Number(refund, "amount"));
            if (taken > paid)
                findings.Twice($"{BotClient.Text(payment, "id")} gives back {taken} of {paid}");
            if (taken != intended)
                findings.Amiss($"{BotClient.Text(payment, "id")} counts {taken} as given back, and its refunds are {intended}");
        }
    }

    private static IEnumerable<string> Lines(JsonNode entry) => (entry["lines"]?.AsArray() ?? []).OfType<JsonNode>().Select(line => BotClient.Text(line, "lineId"));
}
