using ServiceBot.Bot.Desk.Inbox;
using ServiceBot.Bot.Desk.SignIn;
using ServiceBot.CtiAdapter.Queueing;

namespace ServiceBot.Bot.Desk.Telephone;

/// <summary>Where agents are rung: their own telephone, their browser, or nowhere; as each has chosen.</summary>
internal sealed class DeskTelephones(Accounts accounts, AgentsAtWork agents, IBrowserTelephones browsers)
{
    /// <summary>Chosen in place of a number.</summary>
    public const string Browser = "browser";

    /// <summary>How long a browser may take calls before it asks again.</summary>
    public static readonly TimeSpan TokenLife = TimeSpan.FromHours(1);

    /// <summary>Whether agents may take calls in the browser.</summary>
    public bool AreBrowsersOffered => browsers.AreOffered;

    /// <summary>Leave for an agent's browser to take calls.</summary>
    public string TokenFor(string agentId) => browsers.TokenFor(agentId, TokenLife);

    /// <summary>What an agent has chosen: a number, <see cref="Browser"/>, or null for none.</summary>
    public async Task<string?> ChosenAsync(string agentId, CancellationToken cancellationToken) => (await accounts.FindAsync(agentId, cancellationToken))?.Telephone;

    /// <summary>Where an agent is rung; null where nowhere.</summary>
    public async Task<string?> AddressOfAsync(string agentId, CancellationToken cancellationToken) => AddressOf(agentId, await ChosenAsync(agentId, cancellationToken));

    /// <summary>Who can be asked or given a call: everybody else with an open desk and a telephone.</summary>
    public async Task<IReadOnlyList<ColleagueView>> ColleaguesOfAsync(string agentId, CancellationToken cancellationToken)
    {
        var (_, connected) = await agents.StandAsync(cancellationToken);
        var standing = connected.ToDictionary(agent => agent.Id, StringComparer.Ordinal);
        return [.. (await accounts.AllAsync(cancellationToken))
            .Where(row => row.Id != agentId && !row.IsDisabled && standing.ContainsKey(row.Id) && AddressOf(row.Id, row.Telephone) is not null)
            .Select(row => new ColleagueView(row.Id, row.Name, standing[row.Id] is { IsAvailable: true, Calls: 0 }))];
    }

    private string? AddressOf(string agentId, string? chosen) => chosen switch
    {
        null => null,
        Browser => browsers.AreOffered ? browsers.AddressOf(agentId) : null,
        _ => chosen,
    };
}

/// <summary>A colleague who can be asked.</summary>
/// <param name="Id">The account.</param>
/// <param name="Name">The name.</param>
/// <param name="IsFree">Whether they are available and on no call.</param>
internal sealed record ColleagueView(string Id, string Name, bool IsFree);
