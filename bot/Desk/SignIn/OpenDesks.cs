using System.Collections.Concurrent;

namespace ServiceBot.Bot.Desk.SignIn;

/// <summary>The open sockets of this process, so that they can be cut when their session ends.</summary>
internal sealed class OpenDesks
{
    private readonly ConcurrentDictionary<string, (DeskUser User, Action Cut)> open = new(StringComparer.Ordinal);

    public void Enter(string connection, DeskUser user, Action cut) => open[connection] = (user, cut);

    public void Leave(string connection) => open.TryRemove(connection, out _);

    /// <summary>Everybody with an open socket.</summary>
    public IEnumerable<DeskUser> Users => open.Values.Select(desk => desk.User);

    /// <summary>Cuts those that a condition fits.</summary>
    public void Cut(Func<DeskUser, bool> which)
    {
        foreach (var desk in open.Values.Where(desk => which(desk.User))) desk.Cut();
    }
}
