using System.Net.Http.Json;
using System.Text.Json.Nodes;
using ServiceBot.Bot.Tests.DirectLine;

namespace ServiceBot.Bot.Tests.Desk;

/// <summary>What docs/handoff-packet.schema.json says is what agents, and desks of others, are handed.</summary>
public sealed class PacketSchemaTests
{
    private static readonly string File = Path.Combine(Repository.Root, "docs", "handoff-packet.schema.json");

    [Fact]
    public async Task The_schema_is_that_of_this_program()
    {
        var current = PacketSchema.Text();
        if (Environment.GetEnvironmentVariable("SERVICEBOT_ACCEPT") == "1") await System.IO.File.WriteAllTextAsync(File, current, TestContext.Current.CancellationToken);
        var text = System.IO.File.Exists(File) ? await System.IO.File.ReadAllTextAsync(File, TestContext.Current.CancellationToken) : "";
        Assert.True(text == current, "docs/handoff-packet.schema.json is out of date: run the tests once with SERVICEBOT_ACCEPT=1 and look at what changed.");
    }

    [Fact]
    public async Task A_real_packet_fits_it_and_a_broken_one_does_not()
    {
        await using var host = new DeskHost();
        var (jieun, _) = await host.AtWork("jieun");
        await host.AsksForAPerson("dl-1");
        var offer = await DeskHost.Item(jieun, "offered");
        using var accepted = await jieun.PostAsJsonAsync($"/desk/api/offers/{offer["id"]}/accept", new { });
        var packet = (await jieun.GetFromJsonAsync<JsonNode>("/desk/api/conversations/dl-1"))!["packet"]!.AsObject();
        Assert.Equal("김하늘", (string?)packet["customer"]?["name"]);
        var broken = packet.DeepClone().AsObject();
        broken["version"] = "the third";
        broken.Remove("brief");

        var checkedBy = await NodeClient.RunAsync("schema.cjs", "check", File, [packet.ToJsonString(), broken.ToJsonString()]);

        Assert.Equal("[]", checkedBy["errors"]![0]!.ToJsonString());
        Assert.Equal(["/version", ""], checkedBy["errors"]![1]!.AsArray().Select(error => (string?)error).OrderDescending());
    }
}
