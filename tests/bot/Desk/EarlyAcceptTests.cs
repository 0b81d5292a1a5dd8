using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using ServiceBot.Bot.Hosting;
using ServiceBot.Bot.Tests.Telephone;
using ServiceBot.CtiAdapter.Queueing;

namespace ServiceBot.Bot.Tests.Desk;

/// <summary>Agents who are faster than the line, which has not put into its queue yet whom they accept: their telephone rings by itself as soon as it has.</summary>
public sealed class EarlyAcceptTests(SlowLine telephones) : IClassFixture<SlowLine>
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_telephone_rings_by_itself_once_the_caller_is_in_the_lines_queue()
    {
        using var jieun = await telephones.AtWorkAsync("jieun");
        var (caller, pressing, conversation) = await AcceptsEarly(jieun);
        telephones.LetIn();
        await pressing;
        var agent = await telephones.RungAsync(TelephoneDesk.Jieun);
        await agent.TakeUpAsync();
        await agent.PressAsync("1");
        caller.Listen();
        caller.Hears("지금 담당자에게 연결해 드릴게요");
        var talk = await jieun.CallOfAsync(conversation, "talking");
        Assert.Equal(1, (int)talk["talk"]!);
        await EndAsync(jieun, caller, conversation, talk);
    }

    [Fact]
    public async Task Where_the_company_brings_the_same_again_it_finds_the_agent_there_and_rings_once()
    {
        using var jieun = await telephones.AtWorkAsync("jieun");
        var (caller, pressing, conversation) = await AcceptsEarly(jieun);
        using (var again = await telephones.PostAsync(Asked(caller), ("CallSid", caller.Network.Sid), ("From", caller.Network.From), ("To", "+8225550100"), ("Digits", "0")))
            Assert.Contains("<Enqueue", await again.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        var agent = await telephones.RungAsync(TelephoneDesk.Jieun);
        telephones.LetIn();
        await pressing;
        await agent.TakeUpAsync();
        await agent.PressAsync("1");
        var talk = await jieun.CallOfAsync(conversation, "talking");
        Assert.Equal(1, (int)talk["talk"]!);
        await EndAsync(jieun, caller, conversation, talk);
    }

    [Fact]
    public async Task Whoever_gave_the_caller_back_meanwhile_is_not_rung()
    {
        using var jieun = await telephones.AtWorkAsync("jieun");
        var (caller, pressing, conversation) = await AcceptsEarly(jieun);
        using var returned = await jieun.PostAsJsonAsync($"/desk/api/conversations/{conversation}/return", new { id = "early-return-1", version = await jieun.VersionAsync(conversation) }, Stop);
        Assert.Equal(HttpStatusCode.OK, returned.StatusCode);
        telephones.LetIn();
        await pressing;
        Assert.Equal(QueuedCallState.Waiting, (await EntryOf(caller))?.State);
        await caller.SilenceAsync();
        Assert.Equal((QueuedCallState.Ended, 0), ((await EntryOf(caller))?.State, (await EntryOf(caller))?.Rings));
        Assert.False(caller.IsOver, caller.Story);
        await jieun.WrapUpAsync();
        await caller.HangUpAsync();
    }

    [Fact]
    public async Task A_caller_who_hung_up_meanwhile_is_in_no_queue_and_nobody_is_rung()
    {
        using var jieun = await telephones.AtWorkAsync("jieun");
        var (caller, pressing, conversation) = await AcceptsEarly(jieun);
        using var told = await telephones.PostAsync("/twilio/status", ("CallSid", caller.Network.Sid), ("From", caller.Network.From), ("To", "+8225550100"), ("CallStatus", "completed"));
        Assert.Equal(HttpStatusCode.NoContent, told.StatusCode);
        telephones.LetIn();
        await pressing;
        Assert.Equal((QueuedCallState.Ended, 0), ((await EntryOf(caller))?.State, (await EntryOf(caller))?.Rings));
        using var ended = await jieun.PostAsJsonAsync($"/desk/api/conversations/{conversation}/end", new { id = "early-ended-1", version = await jieun.VersionAsync(conversation) }, Stop);
        await jieun.WrapUpAsync();
        await caller.HangUpAsync();
    }

    /// <summary>Somebody calls and wants a person, whom 이지은 accepts while the line is still busy with putting the caller into its queue.</summary>
    private async Task<(PhoneCall Caller, Task Pressing, string Conversation)> AcceptsEarly(HttpClient desk)
    {
        telephones.Hold();
        var caller = await telephones.CallAsync();
        var pressing = caller.PressAsync("0");
        var offer = await DeskHost.Item(desk, "offered");
        using var accepted = await desk.PostAsJsonAsync($"/desk/api/offers/{offer["id"]}/accept", new { }, Stop);
        Assert.Equal(HttpStatusCode.OK, accepted.StatusCode);
        var conversation = (string)offer["conversationId"]!;
        Assert.Null((await desk.GetFromJsonAsync<JsonNode>($"/desk/api/conversations/{conversation}", Stop))!["call"]);
        return (caller, pressing, conversation);
    }

    private static async Task EndAsync(HttpClient desk, PhoneCall caller, string conversation, JsonNode talk)
    {
        await desk.DoesAsync(conversation, talk, "hang-up");
        await desk.WrapUpAsync();
        await caller.HangUpAsync();
    }

    private Task<QueuedCall?> EntryOf(PhoneCall caller) => telephones.Services.GetRequiredService<IQueuedCalls>().FindAsync(caller.Network.Sid, Stop);

    // Where the company brings what the caller says or presses.
    private static string Asked(PhoneCall caller) => WebUtility.HtmlDecode(Regex.Match(caller.Answers[^1].Document ?? "", "action=\"([^\"]+)\"", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups[1].Value);
}

/// <summary>The bot with a line that puts a caller into its queue only once it is let.</summary>
public sealed class SlowLine : Telephones
{
    private TaskCompletionSource? held;

    public SlowLine() : this([])
    {
    }

    /// <summary>With settings of a test's own.</summary>
    internal SlowLine(params (string Name, string Value)[] settings) : base(settings)
    {
    }

    /// <summary>From now on the next caller is held up.</summary>
    public void Hold() => held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The caller comes into the queue.</summary>
    public void LetIn() => Interlocked.Exchange(ref held, null)?.SetResult();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureServices(services => services.AddSingleton(this).InFrontOf<IQueuedCalls, HeldQueue>());
    }

    private sealed class HeldQueue(IQueuedCalls behind, SlowLine line) : IQueuedCalls
    {
        private TaskCompletionSource? taken;

        public Task<QueuedCall?> FindAsync(string id, CancellationToken cancellationToken) => behind.FindAsync(id, cancellationToken);

        public Task<System.Collections.Immutable.ImmutableArray<QueuedCall>> OpenAsync(CancellationToken cancellationToken) => behind.OpenAsync(cancellationToken);

        public Task<QueuedCall?> OfConversationAsync(string conversation, CancellationToken cancellationToken) => behind.OfConversationAsync(conversation, cancellationToken);

        // Only the first that comes is held up.
        public async Task<bool> SaveAsync(QueuedCall call, CancellationToken cancellationToken)
        {
            if (call.Version == 0 && line.held is { } wait && Interlocked.Exchange(ref taken, wait) != wait) await wait.Task.WaitAsync(cancellationToken);
            return await behind.SaveAsync(call, cancellationToken);
        }
    }
}
