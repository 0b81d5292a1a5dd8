using Microsoft.Extensions.Options;
using ServiceBot.Dialogs.Policies;

namespace ServiceBot.CtiAdapter.Queueing;

/// <summary>Telephones of people who take calls without a desk.</summary>
public interface IAgentTelephones
{
    /// <summary>How many are at work now, and how many of those are free.</summary>
    Task<(int AtWork, int Free)> CountAsync(CancellationToken cancellationToken);
}

/// <summary>The one telephone of the settings, in working hours.</summary>
internal sealed class ConfiguredTelephone(IQueuedCalls calls, ShopPolicy policy, IOptions<TwilioOptions> options, TimeProvider clock) : IAgentTelephones
{
    /// <inheritdoc/>
    public async Task<(int AtWork, int Free)> CountAsync(CancellationToken cancellationToken)
    {
        if (options.Value.AgentNumber.Length == 0 || !policy.IsOpen(clock.GetUtcNow())) return (0, 0);
        var open = await calls.OpenAsync(cancellationToken);
        return (1, open.Any(call => call.AgentAddress == options.Value.AgentNumber && call.State is QueuedCallState.Ringing or QueuedCallState.Talking) ? 0 : 1);
    }
}
