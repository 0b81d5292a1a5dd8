namespace ServiceBot.CtiAdapter.Twiml;

/// <summary>Lets the caller wait in a queue; goes on with its action when that is over.</summary>
/// <param name="Name">The queue, 1 to 64 characters; null where a workflow chooses it.</param>
public sealed record Enqueue(string? Name) : Verb, IResponseVerb
{
    /// <summary>Where to go on; <c>QueueResult</c> tells how it went.</summary>
    public string? Action { get; init; }
    /// <summary>What is heard meanwhile: Say, Play, Pause, Gather, Hangup, Redirect and Leave.</summary>
    public string? WaitUrl { get; init; }
    /// <summary>The workflow that chooses.</summary>
    public string? WorkflowSid { get; init; }
    /// <summary>What the workflow is told, as JSON.</summary>
    public string? TaskAttributes { get; init; }

    internal override void Write(TwimlWriter writer)
    {
        if (Name is null == WorkflowSid is null) throw writer.Refused("needs either a name or a workflowSid");
        if (Name is { Length: 0 or > 64 }) throw writer.Refused("name", Name, "must have 1 to 64 characters");
        if (TaskAttributes is not null && WorkflowSid is null) throw writer.Refused("has a Task, which only a workflow takes");
        writer.Attribute("action", Action);
        writer.Attribute("waitUrl", WaitUrl);
        writer.Attribute("workflowSid", WorkflowSid);
        if (TaskAttributes is { } task) writer.Child(new Task(task));
        if (Name is not null) writer.Text(Name);
    }

    private sealed record Task(string Json) : Verb
    {
        internal override void Write(TwimlWriter writer) => writer.Text(Json);
    }
}
