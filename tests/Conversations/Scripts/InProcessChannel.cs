using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using ServiceBot.Bot.BotFramework;
using ServiceBot.Conversations.DirectLine;
using ServiceBot.Dialogs.Escalation;
using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Conversations.Scripts;

/// <summary>The real pipeline, dialogs, books, understanding and stores, without a server.</summary>
internal sealed class InProcessChannel(ServiceProvider services, ScriptClock clock) : IScriptChannel
{
    private const int LongestBrief = 600;

    private readonly ITurns turns = services.GetRequiredService<ITurns>();
    private readonly DialogRunner runner = services.GetRequiredService<DialogRunner>();
    private readonly IFacts facts = services.GetRequiredService<IFacts>();
    private string conversation = "";
    private string locale = "ko-KR";
    private int conversations, events;

    public Task<ImmutableArray<BotMessage>> OpenAsync(string locale)
    {
        this.locale = locale;
        conversation = $"script-{++conversations}";
        return TakeAsync(new Started());
    }

    public Task<ImmutableArray<BotMessage>> SayAsync(string words) => TakeAsync(new Utterance(words));

    public Task<ImmutableArray<BotMessage>> ShowAsync(IReadOnlyList<string> photos, string? words) => TakeAsync(new Photos([.. photos]) { Text = words });

    private async Task<ImmutableArray<BotMessage>> TakeAsync(TurnInput input)
    {
        await turns.ResumeAsync(conversation, clock.GetUtcNow(), TestContext.Current.CancellationToken);
        var turn = new Turn(conversation, $"e{++events}", ChannelAbilities.DirectLine, input, clock.GetUtcNow()) { Locale = locale, Original = "{}" };
        var result = await turns.RunAsync(turn, TestContext.Current.CancellationToken);
        if (result.Kind == TurnResultKind.Failed) throw new InvalidOperationException($"The turn failed: {string.Join(" ", result.Replies.Select(reply => reply.Message?.Text))}");
        if (result.Context is { } context) await CheckBriefAsync(context);
        return [.. result.Replies.Select(reply => reply.Message).OfType<Message>().Select(BotMessage.From)];
    }

    // A person may take over after any word of any script: what they are told first is always short.
    private async Task CheckBriefAsync(ConversationContext context)
    {
        foreach (var language in Enum.GetValues<SpokenLanguage>())
        {
            var fetched = new Facts();
            HandoffPacket? packet;
            while ((packet = runner.Packet(context, fetched, language, clock.GetUtcNow())) is null)
                foreach (var need in fetched.Missing.ToArray()) fetched.Add(need, await facts.FetchAsync(need, TestContext.Current.CancellationToken));
            Assert.InRange(packet.Brief.Length, 1, LongestBrief);
        }
    }
}
