namespace ServiceBot.Bot.Nodes;

/// <summary>Short messages between the nodes of one bot, for what only matters now: they may be lost, and nothing may hang on them.</summary>
internal interface INodeBus
{
    /// <summary>Tells all other nodes. Never throws for their sake, and does not wait.</summary>
    /// <param name="subject">What it is about, such as <c>log</c>.</param>
    /// <param name="message">What those who listen to the subject understand.</param>
    void Tell(string subject, string message);

    /// <summary>Hears what other nodes tell, from now on. The callback must not block.</summary>
    void Hear(string subject, Action<string> hear);
}

/// <summary>There is no other node.</summary>
internal sealed class OneNode : INodeBus
{
    public void Tell(string subject, string message)
    {
        // Nobody is there.
    }

    public void Hear(string subject, Action<string> hear)
    {
        // Nothing will come.
    }
}
