using ServiceBot.Bot.Desk.Inbox;
using ServiceBot.Bot.Desk.SignIn;
using ServiceBot.CtiAdapter.Queueing;

namespace ServiceBot.Bot.Desk.Telephone;

/// <summary>Callers whom agents have accepted at the desk.</summary>
internal sealed class DeskCallers(Escalations escalations, Accounts accounts, DeskTelephones telephones) : IDeskAgents
{
    /// <inheritdoc/>
    public async Task<DeskAgent?> OfCallerAsync(string conversation, CancellationToken cancellationToken) =>
        await escalations.ServedCallerAsync(conversation, cancellationToken) is { AgentId: { } id } row
        && await accounts.IdentityAsync(id, cancellationToken) is { } agent && await telephones.AddressOfAsync(id, cancellationToken) is { } address
            ? new DeskAgent(agent, address, row.CreatedAt) : null;
}
