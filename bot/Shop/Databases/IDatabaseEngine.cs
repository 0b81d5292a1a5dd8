using Microsoft.EntityFrameworkCore;

namespace ServiceBot.Bot.Shop.Databases;

/// <summary>What differs between the databases that can keep the shop; everything else is one model and one SQL.</summary>
internal interface IDatabaseEngine
{
    /// <summary>As in the setting <c>Database:Provider</c>.</summary>
    string Name { get; }

    /// <summary>What it connects to; may hold a password.</summary>
    string ConnectionString { get; }

    /// <summary>The collation that sorts texts by their code points, wherever the database was made.</summary>
    string Ordinal { get; }

    /// <summary>Says how a context connects.</summary>
    void Use(DbContextOptionsBuilder builder);

    /// <summary>Makes ready what lies under the tables, and refuses a server that would forget what it acknowledged.</summary>
    /// <exception cref="Hosting.StartRefusedException">It cannot be used; the message says why.</exception>
    Task PrepareAsync(ShopDatabase database, CancellationToken cancellationToken);

    /// <summary>Waits, inside a transaction, until no other program prepares the store, and keeps others waiting until the transaction ends.</summary>
    Task HoldAsync(ShopDatabase database, CancellationToken cancellationToken);

    /// <summary>Waits, inside a transaction, until nobody else writes, and keeps other writers waiting until the transaction ends.</summary>
    Task HoldWritersAsync(ShopDatabase database, CancellationToken cancellationToken);

    /// <summary>What a fault of the database means and what to do about it, in plain words; null for a fault that is not the database's.</summary>
    string? Explain(Exception fault);

    /// <summary>Whether the fault is of the moment: two writers met, or the connection was cut. A whole transaction may then be tried again.</summary>
    bool IsPassing(Exception fault);

    /// <summary>Whether the fault will meet every write until somebody mends it, such as a full disk, while reading may go on.</summary>
    bool RefusesWrites(Exception fault);

    /// <summary>What a write broke, such as a key that stands twice; null for other faults.</summary>
    string? BrokenRule(DbUpdateException fault);
}
