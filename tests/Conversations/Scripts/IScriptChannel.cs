using System.Collections.Immutable;
using ServiceBot.Conversations.DirectLine;

namespace ServiceBot.Conversations.Scripts;

/// <summary>How a script is played: in this process, or over Direct Line.</summary>
internal interface IScriptChannel
{
    /// <summary>Opens a conversation, and answers the greeting.</summary>
    Task<ImmutableArray<BotMessage>> OpenAsync(string locale);

    /// <summary>Says something, and answers what the bot said to it.</summary>
    Task<ImmutableArray<BotMessage>> SayAsync(string words);

    /// <summary>Shows photographs, with words or without.</summary>
    Task<ImmutableArray<BotMessage>> ShowAsync(IReadOnlyList<string> photos, string? words);
}
