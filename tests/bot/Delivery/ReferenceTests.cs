using System.Text;
using Microsoft.Extensions.Options;
using ServiceBot.Bot.BotFramework;
using ServiceBot.Bot.BotFramework.Connector;
using ServiceBot.Bot.Delivery;
using ServiceBot.Bot.Tests.Nodes;
using ServiceBot.Servers;

namespace ServiceBot.Bot.Tests.Delivery;

/// <summary>How conversations are reached, as every store keeps it: sealed, without the customer's name, and gone with the conversation.</summary>
public abstract class ReferenceContract
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 3, 0, 0, TimeSpan.Zero);

    private protected abstract IConversationReferences References { get; }

    /// <summary>All bytes that the store has written.</summary>
    private protected abstract Task<byte[]> KeptAsync();

    [Fact]
    public async Task A_conversation_is_reached_without_the_name_of_its_customer()
    {
        await References.SaveAsync("c-1", Reference("c-1"), Now, TestContext.Current.CancellationToken);

        var found = Read(await References.ClaimAsync("c-1", TestContext.Current.CancellationToken));

        Assert.Equal(("kanari-8642", null, "bot-name"), (found.User?.Id, found.User?.Name, found.Bot?.Name));
        Assert.Equal("channels-own", found.Conversation.Id);
    }

    [Fact]
    public async Task What_is_kept_shows_neither_who_nor_where()
    {
        await References.SaveAsync("c-2", Reference("c-2"), Now, TestContext.Current.CancellationToken);

        var kept = Encoding.UTF8.GetString(await KeptAsync());

        Assert.Contains("c-2", kept, StringComparison.Ordinal);
        foreach (var told in new[] { "kanari-8642", "표카나", "channels-own", "channel.example" }) Assert.DoesNotContain(told, kept, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reference_is_forgotten_with_its_conversation_and_others_stay()
    {
        await References.SaveAsync("c-3", Reference("c-3"), Now, TestContext.Current.CancellationToken);
        await References.SaveAsync("c-4", Reference("c-4"), Now, TestContext.Current.CancellationToken);

        await References.ForgetConversationsAsync(["c-3"], TestContext.Current.CancellationToken);

        Assert.Null((await References.ClaimAsync("c-3", TestContext.Current.CancellationToken)).Reference);
        Assert.NotNull((await References.ClaimAsync("c-4", TestContext.Current.CancellationToken)).Reference);
        Assert.Null(await References.FindAsync("c-3", TestContext.Current.CancellationToken));
        Assert.NotNull(await References.FindAsync("c-4", TestContext.Current.CancellationToken));

        await References.SaveAsync("c-3", Reference("c-3"), Now, TestContext.Current.CancellationToken); // who speaks again is reached again
        Assert.NotNull((await References.ClaimAsync("c-3", TestContext.Current.CancellationToken)).Reference);
    }

    [Fact]
    public async Task The_same_again_within_the_hour_is_not_written_and_another_address_is()
    {
        await References.SaveAsync("c-5", Reference("c-5"), Now, TestContext.Current.CancellationToken);
        var written = (await KeptAsync()).Length;

        await References.SaveAsync("c-5", Reference("c-5"), Now.AddMinutes(59), TestContext.Current.CancellationToken);
        Assert.Equal(written, (await KeptAsync()).Length);

        await References.SaveAsync("c-5", Reference("c-5", "https://moved.example/"), Now.AddMinutes(59), TestContext.Current.CancellationToken);
        Assert.NotEqual(written, (await KeptAsync()).Length);
        Assert.Equal("https://moved.example/", Read(await References.ClaimAsync("c-5", TestContext.Current.CancellationToken)).ServiceUrl);
    }

    private static ConversationReference Read(DeliveryClaim claim) => ConversationReference.Read((claim.Reference ?? throw new InvalidOperationException("Nothing is kept.")).Span);

    private static byte[] Reference(string id, string serviceUrl = "https://channel.example/") => ConversationReference.From(id, new Activity
    {
        ChannelId = "msteams", ServiceUrl = serviceUrl, Conversation = new() { Id = "channels-own" },
        From = new() { Id = "kanari-8642", Name = "표카나", Role = "user" }, Recipient = new() { Id = "bot", Name = "bot-name" },
    }).Write();
}

/// <inheritdoc/>
public sealed class EmbeddedReferenceTests : ReferenceContract, IDisposable
{
    private readonly TemporaryDirectory directory = new();
    private readonly EmbeddedReferences references;

    public EmbeddedReferenceTests() => references = new(directory.File("channels.db"), Seals.Seal);

    private protected override IConversationReferences References => references;

    private protected override Task<byte[]> KeptAsync() => Task.FromResult(Directory.EnumerateFiles(directory.Path).SelectMany(Read).ToArray());

    public void Dispose()
    {
        references.Dispose();
        directory.Dispose();
    }

    private static byte[] Read(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var all = new MemoryStream();
        stream.CopyTo(all);
        return all.ToArray();
    }
}

/// <inheritdoc/>
public sealed class RedisReferenceTests(RedisAlone redis) : ReferenceContract, IClassFixture<RedisAlone>, IDisposable
{
    private readonly OpenNode node = new(redis.Configuration);

    private protected override IConversationReferences References => field ??= new RedisReferences(node.Link, Seals.Seal, Options.Create(node.Settings));

    private protected override async Task<byte[]> KeptAsync() => await File.ReadAllBytesAsync(
        Directory.EnumerateFiles(redis.Servers[0].Folder, "*.aof", SearchOption.AllDirectories).Single(file => file.Contains(".incr.", StringComparison.Ordinal)), TestContext.Current.CancellationToken);

    public void Dispose()
    {
        (References as IDisposable)?.Dispose();
        node.Dispose();
    }
}
