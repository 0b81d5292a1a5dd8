namespace ServiceBot.Bot.BotFramework;

/// <summary>Shows customers of one kind of channel that an agent is writing. The sign may be lost, and nothing is kept of it.</summary>
internal interface IShowsTyping
{
    /// <summary>Shows it for some seconds, where the conversation is one of that kind. Does not wait.</summary>
    /// <param name="conversation">Our own id of the conversation.</param>
    /// <param name="agentName">As customers read it.</param>
    void AgentWrites(string conversation, string agentName);
}

/// <summary>Hears from channels that a customer is writing. The sign may be lost, and nothing is kept of it.</summary>
internal interface IHearsTyping
{
    /// <summary>The customer writes, or has sent it. Does not wait.</summary>
    /// <param name="conversation">Our own id of the conversation, which may be none that exists.</param>
    /// <param name="writes">False where the message has come.</param>
    void CustomerWrites(string conversation, bool writes);
}
