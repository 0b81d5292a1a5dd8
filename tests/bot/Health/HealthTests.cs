using System.Collections.Immutable;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ServiceBot.Bot.Tests.Hosting;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.Tests.Health;

public sealed class HealthTests
{
    [Fact]
    public async Task A_program_that_serves_is_live_and_ready()
    {
        await using var program = new ServedProgram();
        using var client = program.CreateClient();

        Assert.Equal("""{"status":"live"}""", await client.GetStringAsync("/health/live"));
        Assert.Equal("""{"status":"ready","reasons":{}}""", await client.GetStringAsync("/health/ready"));
    }

    [Fact]
    public async Task While_conversations_cannot_be_read_it_is_live_and_not_ready_and_says_why()
    {
        await using var program = new ServedProgram();
        await using var broken = program.WithWebHostBuilder(host => host.ConfigureTestServices(services => services.Replace(ServiceDescriptor.Singleton<IContextStore, LostStore>())));
        using var client = broken.CreateClient();

        using var ready = await client.GetAsync("/health/ready");
        var body = JsonNode.Parse(await ready.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Equal(("not ready", "the disk is gone"), ((string?)body?["status"], (string?)body?["reasons"]?["context"]));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/live")).StatusCode);
    }

    private sealed class LostStore : IContextStore
    {
        public Task<Loaded> LoadAsync(string conversationId, string channel, string eventId, CancellationToken cancellationToken) => throw new IOException("the disk is gone");

        public Task<bool> CommitAsync(Commit commit, CancellationToken cancellationToken) => throw new IOException("the disk is gone");

        public Task<ImmutableArray<LogEntry>> ReadLogAsync(string conversationId, long after, CancellationToken cancellationToken) => throw new IOException("the disk is gone");

        public Task<ImmutableArray<Undelivered>> UndeliveredAsync(CancellationToken cancellationToken) => throw new IOException("the disk is gone");

        public Task DeliveredAsync(string conversationId, long sequence, CancellationToken cancellationToken) => throw new IOException("the disk is gone");

        public Task RemoveAsync(string conversationId, CancellationToken cancellationToken) => throw new IOException("the disk is gone");
        public Task<ImmutableArray<JournalEntry>> ReadJournalAsync(string conversationId, CancellationToken cancellationToken) => throw new IOException("the disk is gone");

        public Task<ImmutableArray<string>> DueAsync(DateTimeOffset now, DateTimeOffset orphanedBefore, int most, CancellationToken cancellationToken) => throw new IOException("the disk is gone");
    }
}
