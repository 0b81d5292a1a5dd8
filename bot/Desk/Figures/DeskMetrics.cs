using System.Diagnostics.Metrics;

namespace ServiceBot.Bot.Desk.Figures;

/// <summary>What the desk counts, as the meter <c>ServiceBot.Desk</c>.</summary>
internal sealed class DeskMetrics
{
    /// <summary>The meter's name.</summary>
    public const string Name = "ServiceBot.Desk";

    private readonly Counter<long> alarms;
    private readonly Counter<long> messages;
    private readonly Counter<long> reAsks;

    public DeskMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(Name);
        alarms = meter.CreateCounter<long>("servicebot.desk.alarms", "{alarm}", "Deadlines that came near or passed, by step and queue.");
        messages = meter.CreateCounter<long>("servicebot.desk.agent_messages", "{message}", "What agents wrote to customers, by queue.");
        reAsks = meter.CreateCounter<long>("servicebot.desk.re_asks", "{message}", "Messages of agents that ask for what the packet holds, by queue and fact.");
    }

    /// <summary>A deadline came near or passed.</summary>
    public void Alarm(string step, string skill) => alarms.Add(1, new KeyValuePair<string, object?>("step", step), new("skill", skill));

    /// <summary>An agent wrote something; <paramref name="askedAgain"/> is the fact that was known already, or null.</summary>
    public void Message(string skill, string? askedAgain)
    {
        messages.Add(1, new KeyValuePair<string, object?>("skill", skill));
        if (askedAgain is not null) reAsks.Add(1, new KeyValuePair<string, object?>("skill", skill), new("fact", askedAgain));
    }
}
