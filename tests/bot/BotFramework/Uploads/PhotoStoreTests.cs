using System.Text;
using Microsoft.EntityFrameworkCore;
using ServiceBot.Bot.BotFramework.Uploads;
using ServiceBot.Bot.Hosting;
using ServiceBot.Bot.Privacy;
using ServiceBot.Bot.Shop;
using ServiceBot.Bot.Tests.Shop;

namespace ServiceBot.Bot.Tests.BotFramework.Uploads;

/// <summary>Photographs in the system of record: sealed, for every node and nobody else's conversation, and gone with theirs.</summary>
public abstract class PhotoStoreTests : ShopContract
{
    private static readonly byte[] Png = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, .. Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("벽난로카나리아 ", 100)))];

    private protected PhotoStoreTests(DatabaseKind kind) : base(kind)
    {
    }

    [Fact]
    public async Task A_photograph_that_one_node_took_is_read_on_another_and_by_its_own_conversation_only()
    {
        await using var shop = await EmptyAsync();
        var taken = await Node(shop).SaveAsync("c-1", Png, TestContext.Current.CancellationToken);

        var found = await Node(shop).FindAsync(taken.Id, "c-1", TestContext.Current.CancellationToken);

        Assert.Equal(Png, found?.Bytes.ToArray());
        Assert.Equal("image/png", found?.ContentType);
        Assert.Null(await Node(shop).FindAsync(taken.Id, "c-2", TestContext.Current.CancellationToken));
        Assert.Null(await Node(shop).FindAsync(new string('0', 32), "c-1", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task What_is_kept_shows_nothing_of_it_and_takes_no_more_room()
    {
        await using var shop = await EmptyAsync();
        await Node(shop).SaveAsync("c-1", Png, TestContext.Current.CancellationToken);

        var kept = Assert.Single(await RowsAsync(shop)).Picture;

        Assert.Equal(-1, kept.AsSpan().IndexOf("카나리아"u8));
        Assert.Equal(-1, kept.AsSpan().IndexOf("PNG"u8));
        Assert.InRange(kept.Length, Png.Length, Png.Length + 64);
    }

    [Fact]
    public async Task It_is_opened_with_an_older_key_after_the_keys_were_changed()
    {
        await using var shop = await EmptyAsync();
        SealKey older = SealKey.Create(), newer = SealKey.Create();
        var taken = await Node(shop, new DocumentSeal([older])).SaveAsync("c-1", Png, TestContext.Current.CancellationToken);

        Assert.NotNull(await Node(shop, new DocumentSeal([newer, older])).FindAsync(taken.Id, "c-1", TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<SealException>(() => Node(shop, new DocumentSeal([newer])).FindAsync(taken.Id, "c-1", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Photographs_are_forgotten_with_their_conversation_and_those_of_others_stay()
    {
        await using var shop = await EmptyAsync();
        await Node(shop).SaveAsync("c-1", Png, TestContext.Current.CancellationToken);
        await Node(shop).SaveAsync("c-1", Png, TestContext.Current.CancellationToken);
        await Node(shop).SaveAsync("c-2", Png, TestContext.Current.CancellationToken);

        await Shelf(shop).ForgetConversationsAsync(["c-1", "c-9"], TestContext.Current.CancellationToken);

        Assert.Equal("c-2", Assert.Single(await RowsAsync(shop)).ConversationId);
    }

    [Fact]
    public async Task After_three_years_a_photograph_goes_whatever_became_of_its_conversation()
    {
        await using var shop = await EmptyAsync();
        await Node(shop).SaveAsync("c-1", Png, TestContext.Current.CancellationToken);
        var day = DateOnly.FromDateTime(TemporaryShop.Now.UtcDateTime);

        await Shelf(shop).ExpireAsync(day.AddYears(3), TestContext.Current.CancellationToken);
        Assert.Single(await RowsAsync(shop));
        await Shelf(shop).ExpireAsync(day.AddYears(3).AddDays(2), TestContext.Current.CancellationToken);
        Assert.Empty(await RowsAsync(shop));
    }

    [Fact]
    public async Task A_store_that_does_not_answer_is_said_to_be_away()
    {
        await using var shop = await TemporaryShop.BlankAsync(Kind);
        var fault = await Assert.ThrowsAsync<StoreUnavailableException>(() => Node(shop).SaveAsync("c-1", Png, TestContext.Current.CancellationToken));
        Assert.DoesNotContain("c-1", fault.Message, StringComparison.Ordinal);
    }

    private static PhotoStore Node(TemporaryShop shop, DocumentSeal? seal = null) => new(Shelf(shop), seal ?? Seals.Seal, shop.Clock);

    private static ShopShelf Shelf(TemporaryShop shop) => new(new Tables(shop), shop.Calls, shop.Engine);

    private static async Task<List<PhotoRow>> RowsAsync(TemporaryShop shop)
    {
        await using var database = new Tables(shop).CreateDbContext();
        return await database.Photos.AsNoTracking().ToListAsync(TestContext.Current.CancellationToken);
    }

    private sealed class Tables(TemporaryShop shop) : IDbContextFactory<PhotoDatabase>
    {
        private readonly DbContextOptions<PhotoDatabase> options = (DbContextOptions<PhotoDatabase>)new DbContextOptionsBuilder<PhotoDatabase>().UseShop(shop.Engine).Options;

        public PhotoDatabase CreateDbContext() => new(options);
    }
}

/// <inheritdoc/>
public sealed class PhotosOnSqliteTests() : PhotoStoreTests(DatabaseKind.Sqlite);

/// <inheritdoc/>
public sealed class PhotosOnPostgreSqlTests() : PhotoStoreTests(DatabaseKind.PostgreSQL);
