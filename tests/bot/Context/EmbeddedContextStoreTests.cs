using Microsoft.Data.Sqlite;
using ServiceBot.Bot.Context;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.Tests.Context;

public sealed class EmbeddedContextStoreTests : ContextStoreContract, IDisposable
{
    private readonly TemporaryDirectory directory = new();
    private EmbeddedContextStore store;

    public EmbeddedContextStoreTests() => store = EmbeddedContextStore.Open(directory.File("context.db"), Seals.Stored, new RecentContexts());

    private protected override IContextStore Store => store;

    private protected override Task RestartAsync()
    {
        store.Dispose();
        store = EmbeddedContextStore.Open(directory.File("context.db"), Seals.Stored, new RecentContexts());
        return Task.CompletedTask;
    }

    [Fact]
    public async Task What_was_acknowledged_is_in_the_file_without_a_clean_end()
    {
        await store.CommitAsync(Commits.After(null, "c-1", "e-1"), default);
        var copy = directory.File("copy.db");
        File.Copy(directory.File("context.db"), copy);
        File.Copy(directory.File("context.db-wal"), copy + "-wal");

        using var recovered = EmbeddedContextStore.Open(copy, Seals.Stored, new RecentContexts());

        Assert.Equal(1, (await recovered.LoadAsync("c-1", "directline", "e-1", default)).Context?.Version);
    }

    [Fact]
    public void A_file_of_a_newer_version_is_refused_with_both_numbers()
    {
        var file = directory.File("newer.db");
        using (var newer = new SqliteConnection($"Data Source={file};Pooling=False"))
        {
            newer.Open();
            using var command = new SqliteCommand("PRAGMA user_version = 7", newer);
            command.ExecuteNonQuery();
        }

        var refusal = Assert.Throws<InvalidDataException>(() => EmbeddedContextStore.Open(file, Seals.Stored, new RecentContexts()));

        Assert.Contains("schema 7; this version reads schema 1", refusal.Message, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        store.Dispose();
        directory.Dispose();
    }
}
