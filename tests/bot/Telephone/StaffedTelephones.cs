using Microsoft.Extensions.DependencyInjection;
using ServiceBot.CtiAdapter.Queueing;

namespace ServiceBot.Bot.Tests.Telephone;

/// <summary>The bot with a person whose telephone stands in its settings.</summary>
public class StaffedTelephones() : Telephones(("Twilio:AgentNumber", Agent))
{
    /// <summary>That telephone.</summary>
    public const string Agent = "+82255550111";

    /// <summary>Hangs up whatever is still on a line, and lets nobody wait any more, so that the next test finds nobody.</summary>
    public async Task EmptyQueueAsync()
    {
        await HangUpAllAsync();
        var calls = Services.GetRequiredService<IQueuedCalls>();
        foreach (var call in await calls.OpenAsync(CancellationToken.None)) await calls.SaveAsync(call with { State = QueuedCallState.Ended }, CancellationToken.None);
        await HangUpAllAsync();
        ForgetRings();
    }
}
