namespace ServiceBot.CtiAdapter.Simulator.Verbs;

/// <summary>One verb of a document: its attributes with the company's defaults, and what happens when a call reaches it.</summary>
internal abstract record Verb
{
    /// <summary>What comes when the call reaches this verb.</summary>
    public abstract Next Reach(CallLine line);
}
