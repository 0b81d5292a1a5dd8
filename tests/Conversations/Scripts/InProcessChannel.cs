using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using ServiceBot.Bot.BotFramework;
using ServiceBot.Conversations.DirectLine;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Conversations.Scripts;

/// <summary>The real pipeline, dialogs, books, understanding and stores, without a server.</summary>
internal sealed class InProcessChannel(ServiceProvider services, ScriptClock clock) : IScriptChannel
{
    private readonly ITurns turns = services.GetRequiredService<ITurns>();
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
        return [.. result.Replies.Select(reply => reply.Message).OfType<Message>().Select(BotMessage.From)];
    }
}
