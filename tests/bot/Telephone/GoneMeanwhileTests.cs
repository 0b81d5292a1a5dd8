using System.Collections.Immutable;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using ServiceBot.Bot.Hosting;
using ServiceBot.CtiAdapter.Queueing;

namespace ServiceBot.Bot.Tests.Telephone;

/// <summary>Whoever goes in the moment in which a telephone begins to ring for them, before it is known which call that is, leaves nobody's telephone ringing.</summary>
public sealed class GoneMeanwhileTests(GoneMeanwhileTests.SlowNotes telephones) : IClassFixture<GoneMeanwhileTests.SlowNotes>, IAsyncLifetime
{
    private const string Colleague = "+82255550222";
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        telephones.GoOn();
        await telephones.EmptyQueueAsync();
    }

    private IAgentCalls Calls => telephones.Services.GetRequiredService<IAgentCalls>();

    [Fact]
    public async Task A_caller_hangs_up()
    {
        telephones.HoldNoteOf(call => call.AgentCallSid);
        var caller = await telephones.CallAsync();
        await caller.PressAsync("0");
        var agent = await telephones.RungAsync(StaffedTelephones.Agent);
        await caller.HangUpAsync();
        telephones.GoOn();
        await agent.EndsAsync();
        Assert.Equal((QueuedCallState.Ended, null), await NoteOfAsync(caller));
    }

    [Fact]
    public async Task A_caller_leaves_a_message_instead_and_is_called_back_all_the_same()
    {
        telephones.HoldNoteOf(call => call.AgentCallSid);
        var number = telephones.NewNumber();
        var caller = await telephones.CallAsync(number);
        await caller.PressAsync("0");
        var early = await telephones.RungAsync(StaffedTelephones.Agent);
        await caller.PressAsync("2");
        await caller.SayAsync("내일 오후에 전화 주세요");
        await caller.PressAsync("#");
        caller.Hears("이제 끊으셔도 돼요");
        telephones.GoOn();
        await early.EndsAsync();

        var agent = await telephones.RungAsync(StaffedTelephones.Agent);
        await agent.TakeUpAsync();
        await agent.PressAsync("1");
        var customer = await telephones.RungAsync(number);
        await customer.TakeUpAsync();
        customer.Hears("부탁하신 상담 전화예요");
    }

    [Fact]
    public async Task Whoever_is_called_back_is_not_wanted_any_more()
    {
        var number = telephones.NewNumber();
        var caller = await telephones.CallAsync(number);
        await caller.PressAsync("0");
        await telephones.RungAsync(StaffedTelephones.Agent);
        await caller.PressAsync("2");
        await caller.SayAsync("전화 주세요");
        await caller.PressAsync("#");
        telephones.HoldNoteOf(call => call.CallSid);
        var agent = await telephones.RungAsync(StaffedTelephones.Agent);
        await agent.TakeUpAsync();
        var pressing = agent.PressAsync("1");
        var customer = await telephones.RungAsync(number);
        var ending = Calls.EndAsync($"call-{caller.Network.Sid}", Stop);
        await HasEndedAsync(caller);
        telephones.GoOn();
        await Task.WhenAll(pressing, ending);
        await customer.EndsAsync();
        await agent.EndsAsync();
    }

    [Fact]
    public async Task A_colleague_is_not_asked_any_more()
    {
        var caller = await telephones.CallAsync();
        await caller.PressAsync("0");
        var agent = await telephones.RungAsync(StaffedTelephones.Agent);
        await agent.TakeUpAsync();
        await agent.PressAsync("1");
        var conversation = $"call-{caller.Network.Sid}";
        telephones.HoldNoteOf(call => call.OtherCallSid);
        var asking = Calls.ConsultAsync(conversation, null, Colleague, Stop);
        var colleague = await telephones.RungAsync(Colleague);
        Assert.Equal(AgentCallOutcome.Done, await Calls.DismissAsync(conversation, Stop));
        telephones.GoOn();
        Assert.Equal(AgentCallOutcome.NoCall, await asking);
        await colleague.EndsAsync();
        await agent.SayAsync("다시 왔어요");
        caller.Listen();
        caller.Hears("다시 왔어요");
    }

    private async Task<(QueuedCallState? State, string? Rung)> NoteOfAsync(PhoneCall caller) =>
        await telephones.Services.GetRequiredService<IQueuedCalls>().FindAsync(caller.Network.Sid, Stop) is { } entry ? (entry.State, entry.AgentCallSid) : (null, null);

    private async Task HasEndedAsync(PhoneCall caller)
    {
        for (var tries = 0; tries < 600; tries++)
        {
            if ((await NoteOfAsync(caller)).State == QueuedCallState.Ended) return;
            await Task.Delay(50, Stop);
        }
        Assert.Fail($"The entry did not end within thirty seconds. {caller.Story}");
    }

    /// <summary>The staffed bot, in which it takes as long as a test wants until it is noted which call rings.</summary>
    public sealed class SlowNotes : StaffedTelephones
    {
        private volatile Held? held;

        /// <summary>From now on that note waits.</summary>
        public void HoldNoteOf(Func<QueuedCall, string?> call) => held = new Held(call, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));

        /// <summary>It is made, as are all from now on.</summary>
        public void GoOn() => Interlocked.Exchange(ref held, null)?.Wait.TrySetResult();

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureServices(services => services.AddSingleton(this).InFrontOf<IQueuedCalls, SlowQueue>());
        }

        private sealed record Held(Func<QueuedCall, string?> Call, TaskCompletionSource Wait);

        private sealed class SlowQueue(IQueuedCalls behind, SlowNotes notes) : IQueuedCalls
        {
            public Task<QueuedCall?> FindAsync(string id, CancellationToken cancellationToken) => behind.FindAsync(id, cancellationToken);

            public Task<ImmutableArray<QueuedCall>> OpenAsync(CancellationToken cancellationToken) => behind.OpenAsync(cancellationToken);

            public Task<QueuedCall?> OfConversationAsync(string conversation, CancellationToken cancellationToken) => behind.OfConversationAsync(conversation, cancellationToken);

            public async Task<bool> SaveAsync(QueuedCall call, CancellationToken cancellationToken)
            {
                if (notes.held is { } note && call.Version > 0 && note.Call(call) is not null && note.Call((await behind.FindAsync(call.Id, cancellationToken))!) is null) await note.Wait.Task.WaitAsync(cancellationToken);
                return await behind.SaveAsync(call, cancellationToken);
            }
        }
    }
}
