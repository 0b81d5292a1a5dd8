using ServiceBot.Bot.BotFramework;

namespace ServiceBot.Bot.DirectLine;

/// <summary>Shows on the open stream of a conversation, at whatever node, that an agent is writing.</summary>
internal sealed class StreamTyping(OpenStreams streams, LogActivities log) : IShowsTyping
{
    /// <inheritdoc/>
    public void AgentWrites(string conversation, string agentName) => streams.Pass(conversation, log.Typing(conversation, agentName));
}
