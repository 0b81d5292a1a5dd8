using System.Collections.Immutable;
using ServiceBot.Conversations.DirectLine;
using ServiceBot.CtiAdapter.Simulator;
using ServiceBot.Dialogs.Turns;
using Pressed = ServiceBot.CtiAdapter.Simulator.Pressed;

namespace ServiceBot.Conversations.Scripts;

/// <summary>A customer on the telephone: words are spoken, options are named, and what the bot said is what was heard.</summary>
internal sealed class PhoneChannel(PhoneNetwork network, IContextStore conversations) : IScriptChannel
{
    // Of no customer of the demo shop: a number is no proof, and here no hint either.
    private const string Caller = "+821099990000";
    private const string Shop = "+8215880000";
    private const double Clear = 0.95;
    private const int Ladder = 3;

    private SimulatedCall? call;
    private BotMessage? question;
    private string yes = "네";
    private int heardEvents;
    private long heardMessages;

    public bool OutlivesTime => false;

    public async Task<ImmutableArray<BotMessage>> OpenAsync(string locale)
    {
        yes = locale == "ko-KR" ? "네" : "yes";
        if (locale != "ko-KR") await ChooseEnglishAsync();
        return await DialAsync();
    }

    public async Task<ImmutableArray<BotMessage>> SayAsync(string words)
    {
        var option = question?.Options.FirstOrDefault(option => option.Value == words);
        var heard = await ActAsync(new Spoke(option?.Title ?? words, Clear));
        // On the telephone, who one is is read back before it counts; a chat shows what was typed.
        while (question?.Dialog == "doubt") heard = [.. heard, .. await ActAsync(new Spoke(yes, Clear))];
        return heard;
    }

    public async Task<ImmutableArray<BotMessage>> PressAsync(string keys)
    {
        ImmutableArray<BotMessage> heard = [];
        foreach (var key in keys) heard = [.. heard, .. await ActAsync(new Pressed(key))];
        return heard;
    }

    public Task<ImmutableArray<BotMessage>> KeepSilentAsync() => ActAsync(new KeptSilent());

    public Task<ImmutableArray<BotMessage>> ShowAsync(IReadOnlyList<string> photos, string? words) => throw new NotSupportedException("A telephone takes no photographs.");

    // The language is offered once and remembered by the number.
    private async Task ChooseEnglishAsync()
    {
        await DialAsync();
        await ActAsync(new Pressed('9'));
        await ActAsync(new HungUp());
    }

    private async Task<ImmutableArray<BotMessage>> DialAsync()
    {
        call = network.Place(Caller, Shop) ?? throw new InvalidOperationException("Too many calls are under way.");
        (heardEvents, heardMessages) = (0, 0);
        await call.RingAsync(TestContext.Current.CancellationToken);
        return await HearAsync(call);
    }

    private async Task<ImmutableArray<BotMessage>> ActAsync(CallerAct act)
    {
        var live = call ?? throw new InvalidOperationException("Nobody was called.");
        await live.ActAsync(act, TestContext.Current.CancellationToken);
        return await HearAsync(live);
    }

    private async Task<ImmutableArray<BotMessage>> HearAsync(SimulatedCall live)
    {
        var events = live.Log.Events[heardEvents..];
        heardEvents += events.Length;
        if (events.OfType<WebhookAnswered>().FirstOrDefault(answer => answer.Fault is not null || !answer.Warnings.IsEmpty) is { } wrong)
            throw new InvalidOperationException($"The telephone company finds fault with an answer: {wrong.Fault} {string.Join(' ', wrong.Warnings)}");
        if (events.OfType<CallerDid>().Any(did => did.Unheard)) throw new InvalidOperationException("Nothing listened to what the caller did.");

        var said = string.Join(' ', events.OfType<CallerHears>().SelectMany(hears => hears.Sounds).OfType<Words>().Select(words => words.Text));
        var entries = await conversations.ReadLogAsync($"call-{live.Sid}", heardMessages, TestContext.Current.CancellationToken);
        heardMessages = entries.IsEmpty ? heardMessages : entries[^1].Sequence;
        var messages = entries.Select(entry => entry.Message).OfType<Message>().ToImmutableArray();
        // In the end a question is put by keys alone.
        foreach (var message in messages.Where(message => message.Attempt < Ladder))
            if (!Letters(said).Contains(Letters(message.Speak ?? message.Text), StringComparison.Ordinal))
                throw new InvalidOperationException($"'{message.Speak ?? message.Text}' was answered, but what was heard is '{said}'.");
        if (messages.IsEmpty) return [];
        question = BotMessage.From(messages[^1]);
        // A fragment may be of the words that are read or of those that are heard: 36,000원 is heard as 삼만 육천 원.
        return [.. messages[..^1].Select(BotMessage.From), question with { Text = $"{question.Text}\n{said}" }];
    }

    private static string Letters(string words) => string.Concat(words.Where(char.IsLetterOrDigit));
}
