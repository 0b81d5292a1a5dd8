using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace ServiceBot.Bot.Tests.Pages;

/// <summary>What axe says of a page.</summary>
internal static class Accessibility
{
    /// <summary>Fails where it finds anything serious or critical: the rule, why, and where.</summary>
    public static async Task Check(IPage page)
    {
        var result = await page.RunAxe();
        var serious = result.Violations.Where(violation => violation.Impact is "serious" or "critical")
            .SelectMany(violation => violation.Nodes.Select(node => $"{violation.Id}: {string.Join("; ", node.Any.Select(check => check.Message))}: {node.Html}")).ToArray();
        Assert.True(serious.Length == 0, string.Join(Environment.NewLine, serious));
    }
}
