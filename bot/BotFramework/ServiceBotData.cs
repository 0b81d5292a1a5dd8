using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.BotFramework;

/// <summary>What <c>channelData</c> of a bot message holds for programs: see docs/expectations.md.</summary>
internal sealed record ServiceBotData(ServiceBotState Servicebot)
{
    public static ServiceBotData From(Message message) => new(new ServiceBotState(message.Dialog, message.State, ExpectingData.From(message.Expecting))
    {
        Receipt = message.Receipt is { } receipt ? new ReceiptData(receipt.Number, receipt.Kind) : null,
    });
}

/// <summary>Where the conversation rests and what it waits for.</summary>
internal sealed record ServiceBotState(string Dialog, string State, ExpectingData Expecting)
{
    public ReceiptData? Receipt { get; init; }
}

/// <summary>What would do as an answer.</summary>
internal sealed record ExpectingData(string Slot, string Kind)
{
    public IReadOnlyList<string>? Alternatives { get; init; }
    public IReadOnlyList<OptionData>? Options { get; init; }
    public bool? Many { get; init; }

    public static ExpectingData From(Expectation expectation) => new(expectation.Slot, Name(expectation.Kind))
    {
        Alternatives = expectation.Alternatives.IsDefaultOrEmpty ? null : [.. expectation.Alternatives.Select(Name)],
        Options = expectation.Options.IsDefaultOrEmpty ? null : [.. expectation.Options.Select(OptionData.From)],
        Many = expectation.Many ? true : null,
    };

    private static string Name(ExpectedKind kind) => kind.ToString().ToLowerInvariant();
}

/// <summary>One thing that may be chosen.</summary>
internal sealed record OptionData(string Value, string Title)
{
    public IReadOnlyDictionary<string, string>? Data { get; init; }

    public static OptionData From(Option option) => new(option.Value, option.Title) { Data = option.Data.Count == 0 ? null : option.Data };
}

/// <summary>A number that was given.</summary>
internal sealed record ReceiptData(string Number, string Kind);
