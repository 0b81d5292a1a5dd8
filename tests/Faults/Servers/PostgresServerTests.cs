using System.Net.Sockets;
using ServiceBot.Servers;

namespace ServiceBot.Faults.Servers;

public sealed class PostgresServerTests
{
    public PostgresServerTests() => Assert.SkipWhen(PostgresServer.WhyMissing is not null, PostgresServer.WhyMissing ?? "");

    [Fact]
    public async Task Every_database_has_a_name_of_its_own_on_the_shared_server()
    {
        var postgres = await PostgresServer.SharedAsync();

        Assert.NotEqual(await postgres.CreateDatabaseAsync(), await postgres.CreateDatabaseAsync());
    }

    [Fact]
    public async Task Killed_and_started_again_it_serves_on_the_same_port()
    {
        await using var postgres = await PostgresServer.StartAsync(isDurable: true);

        await postgres.KillAsync();
        await postgres.RestartAsync();

        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", postgres.Port);
        Assert.Contains("Database=", await postgres.CreateDatabaseAsync(), StringComparison.Ordinal);
    }
}
