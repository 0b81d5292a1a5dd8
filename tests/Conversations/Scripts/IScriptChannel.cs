using System.Collections.Immutable;
using ServiceBot.Conversations.DirectLine;

namespace ServiceBot.Conversations.Scripts;

/// <summary>How a script is played: in this process, over Direct Line, or by telephone.</summary>
internal interface IScriptChannel
{
    /// <summary>Whether the conversation is still there after days; where not, it ends there.</summary>
    bool OutlivesTime => true;

    /// <summary>Opens a conversation, and answers the greeting.</summary>
    Task<ImmutableArray<BotMessage>> OpenAsync(string locale);

    /// <summary>Says something, and answers what the bot said to it.</summary>
    Task<ImmutableArray<BotMessage>> SayAsync(string words);

    /// <summary>Shows photographs, with words or without.</summary>
    Task<ImmutableArray<BotMessage>> ShowAsync(IReadOnlyList<string> photos, string? words);

    /// <summary>Presses keys one after the other; only a telephone has any.</summary>
    Task<ImmutableArray<BotMessage>> PressAsync(string keys) => throw new NotSupportedException("Only a telephone has keys.");

    /// <summary>Says nothing until that is noticed; only on a line it is.</summary>
    Task<ImmutableArray<BotMessage>> KeepSilentAsync() => throw new NotSupportedException("Silence is noticed on a telephone only.");
}
