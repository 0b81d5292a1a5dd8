using System.Text.Json.Nodes;
using ServiceBot.Tests.Retail;

namespace ServiceBot.Conversations.Retail;

/// <summary>The retail data's tasks that only return, played over Direct Line against the real program.</summary>
public sealed class RetailReturnTests(ITestOutputHelper output)
{
    [Fact]
    public async Task The_64_tasks_that_only_return_leave_the_shop_exactly_as_expected()
    {
        var data = RetailData.Read();
        Assert.Equal(64, data.Returns.Count);
        var wrong = new List<string>();
        foreach (var round in Rounds(data.Returns))
        {
            using var shop = await RetailShop.ImportAsync(data);
            var (orders, users) = (RetailConverter.Read(data.Folder, "orders.json"), RetailConverter.Read(data.Folder, "users.json"));
            await shop.ServeAsync(async address =>
            {
                foreach (var task in round)
                {
                    if (await PlayAsync(task, address) is { } trouble) wrong.Add(trouble);
                    foreach (var order in task.Changed["orders"]!.AsObject()) orders[order.Key] = order.Value!.DeepClone();
                    foreach (var user in task.Changed["users"]!.AsObject()) users[user.Key] = user.Value!.DeepClone();
                }
            });
            var after = await shop.ExportAsync();
            wrong.AddRange(Differences("order", orders, after.Orders));
            wrong.AddRange(Differences("user", users, after.Users));
        }
        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine + Environment.NewLine, wrong));
    }

    /// <summary>Two stories about the same order cannot both happen to one shop.</summary>
    private static List<List<RetailTask>> Rounds(IEnumerable<RetailTask> tasks)
    {
        var rounds = new List<List<RetailTask>>();
        foreach (var task in tasks)
        {
            var free = rounds.Find(round => !round.SelectMany(other => other.Orders).Intersect(task.Orders, StringComparer.Ordinal).Any());
            if (free is null) rounds.Add(free = []);
            free.Add(task);
        }
        return rounds;
    }

    private async Task<string?> PlayAsync(RetailTask task, Uri address)
    {
        var customer = new RetailCustomer(task);
        try
        {
            await customer.PlayAsync(address, RetailShop.Secret);
            output.WriteLine($"Task {task.Id}: {customer.Transcript}");
            return null;
        }
        catch (Exception fault) when (fault is RetailPlayException or TimeoutException or InvalidOperationException)
        {
            return $"Task {task.Id}: {fault.Message}{Environment.NewLine}{customer.Transcript}";
        }
    }

    private static IEnumerable<string> Differences(string what, JsonObject expected, JsonObject actual)
    {
        foreach (var id in expected.Select(entry => entry.Key).Union(actual.Select(entry => entry.Key), StringComparer.Ordinal))
            if (!RetailConverter.Same(expected[id], actual[id])) yield return $"The {what} {id} should be {expected[id]?.ToJsonString()} but is {actual[id]?.ToJsonString()}";
    }
}
