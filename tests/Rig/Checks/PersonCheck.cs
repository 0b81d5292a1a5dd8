using ServiceBot.Rig.Load;
using ServiceBot.Rig.Nodes;

namespace ServiceBot.Rig.Checks;

/// <summary>I7 so far as cases go: who asked for a person has one case for each time that they had to ask, and nobody else has any.</summary>
internal static class PersonCheck
{
    /// <summary>Compares the cases with what customers lived through.</summary>
    public static void Run(ShopState shop, IReadOnlyCollection<Story> stories, Findings findings)
    {
        // A refund that nobody can vouch for is put before a person by the machine, and that is no customer's wish.
        var cases = shop.Cases.Where(matter => !BotClient.Text(matter, "summary").StartsWith("refund rf-", StringComparison.Ordinal)).ToLookup(matter => BotClient.Text(matter, "customerId"), StringComparer.Ordinal);
        foreach (var story in stories)
        {
            var open = cases[$"C{story.Customer:000000}"].Select(matter => BotClient.Text(matter, "number")).ToArray();
            if (story.Receipts.TryGetValue("person", out var number) && !open.Contains(number, StringComparer.Ordinal))
                findings.Missing($"the customer of {RigShop.Order(story.Customer)} was told the case {number}, and there is none");
            if (open.Length > 1 + story.Forgotten)
                findings.Twice($"the customer of {RigShop.Order(story.Customer)} has the cases {string.Join(", ", open)}");
            if (open.Length > 0 && story.Wishes.All(wish => wish.Line is not null))
                findings.Amiss($"the customer of {RigShop.Order(story.Customer)} has the case {open[0]} and asked for nobody");
        }
    }
}
