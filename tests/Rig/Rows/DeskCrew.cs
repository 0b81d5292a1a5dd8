using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ServiceBot.Rig.Load;
using ServiceBot.Rig.Nodes;

namespace ServiceBot.Rig.Rows;

/// <summary>So many agents with open desks, spread over the nodes, and customers who ask for a person.</summary>
internal sealed partial class DeskCrew : IAsyncDisposable
{
    /// <summary>How everybody greets who serves all that is offered.</summary>
    public const string Greeting = "Hello from ";

    private const string Password = "the-agents-of-the-rig";
    private static readonly TimeSpan Opening = TimeSpan.FromSeconds(60);
    private readonly CancellationTokenSource ending = new();
    private readonly List<Task> running = [];
    private readonly Deployment deployment;
    private int asked;

    private DeskCrew(Deployment deployment) => this.deployment = deployment;

    /// <summary>The agents.</summary>
    public IReadOnlyList<AgentDesk> Agents { get; private set; } = [];

    /// <summary>Makes the accounts by the link that the last start printed, signs everybody in, and opens their desks.</summary>
    /// <param name="deployment">The nodes.</param>
    /// <param name="agents">How many.</param>
    /// <param name="chatsAtMost">How many customers each has at a time.</param>
    public static async Task<DeskCrew> OpenAsync(Deployment deployment, int agents, int chatsAtMost = 3)
    {
        var crew = new DeskCrew(deployment);
        Uri[] nodes = [.. deployment.Nodes.Select(node => node.Address)];
        var token = FirstLink().Match(await File.ReadAllTextAsync(deployment.Nodes[^1].Log)).Groups[1].Value;
        var origin = nodes[0].GetLeftPart(UriPartial.Authority);
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = true }) { BaseAddress = nodes[0], Timeout = Opening };
        http.DefaultRequestHeaders.Add("Origin", origin);
        using (var first = await http.PostAsJsonAsync("/desk/api/first", new JsonObject { ["token"] = token, ["login"] = "chief", ["name"] = "Chief", ["password"] = Password })) first.EnsureSuccessStatusCode();
        for (var number = 0; number < agents; number++)
        {
            using var added = await http.PostAsJsonAsync("/desk/api/agents", new JsonObject
            {
                ["login"] = Name(number), ["name"] = $"Agent {number}", ["role"] = "agent", ["password"] = Password, ["chatsAtMost"] = chatsAtMost,
                ["skills"] = new JsonObject { ["returns"] = 3, ["complaints"] = 3, ["orders"] = 3, ["general"] = 3 }, ["languages"] = new JsonArray("ko", "en"),
            });
            added.EnsureSuccessStatusCode();
        }
        crew.Agents = [.. Enumerable.Range(0, agents).Select(number => new AgentDesk(nodes, Name(number), Password))];
        await Parallel.ForEachAsync(crew.Agents.Index(), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (agent, _) =>
        {
            agent.Item.Prefer(agent.Index);
            await agent.Item.SignInAsync();
            agent.Item.Prefer(agent.Index);
            lock (crew.running) crew.running.Add(agent.Item.RunAsync(crew.ending.Token));
            await agent.Item.ConnectedAsync(Opening);
        });
        return crew;

        static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"agent-{number:000}");
    }

    /// <summary>A customer opens a conversation and asks for a person.</summary>
    /// <returns>The conversation.</returns>
    public async Task<string> AskAsync()
    {
        var chance = new Random(Interlocked.Increment(ref asked));
        var conversation = await deployment.Bot.OpenAsync(chance);
        await deployment.Bot.SayAsync(chance, conversation, "person", "Can I talk to a person please?");
        return conversation;
    }

    /// <summary>To whom a conversation is offered now, if not to one who is not meant.</summary>
    public AgentDesk? OfferedTo(string conversation, AgentDesk? but) => Agents.FirstOrDefault(agent => agent != but && agent.Offers.ContainsKey(conversation));

    /// <summary>Everybody accepts whatever is offered, answers once and ends it, until it is cancelled.</summary>
    /// <param name="served">Conversations that are over.</param>
    /// <param name="cancellationToken">Ends it, when all that was begun is done.</param>
    public Task ServeAsync(ConcurrentDictionary<string, bool> served, CancellationToken cancellationToken) => Task.WhenAll(Agents.Select(async agent =>
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            foreach (var (conversation, offer) in agent.Offers)
                if (await agent.ServeAsync(offer.Item, Greeting + agent.Login)) served[conversation] = true;
            await Task.Delay(100, CancellationToken.None);
        }
    }));

    /// <summary>Compares what every desk heard with what one hears that was never cut.</summary>
    /// <returns>How many events were compared.</returns>
    public async Task<long> CompareAsync(RowRun run)
    {
        long compared = 0;
        await Parallel.ForEachAsync(Agents, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (agent, _) =>
        {
            long[] heard = [.. agent.Heard];
            if (heard.Length == 0) return;
            var expected = await agent.ReplayAsync(heard.Max());
            Interlocked.Add(ref compared, expected.Count);
            foreach (var missing in expected.Except(heard)) run.Findings.Missing($"{agent.Login} never heard of event {missing}");
            foreach (var twice in heard.CountBy(one => one).Where(one => one.Value > 1)) run.Findings.Twice($"{agent.Login} heard of event {twice.Key} {twice.Value} times");
            run.Demand(heard.SequenceEqual(heard.Order()), $"{agent.Login} heard of events out of order");
        });
        return compared;
    }

    /// <summary>Everything that stands in a conversation's log. A log that cannot be read now looks empty to clients, and is read again.</summary>
    public async Task<IReadOnlyList<string>> SaidAsync(string conversation)
    {
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < Opening; await Task.Delay(100))
            if ((await deployment.Bot.ReadAsync(new Random(0), conversation, ""))["activities"]?.AsArray() is { Count: > 0 } said)
                return [.. said.Select(activity => BotClient.Text(activity, "text"))];
        throw new TimeoutException($"The log of {conversation} could not be read within {Opening.TotalSeconds:0} s.");
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        await Task.WhenAll(running);
        foreach (var agent in Agents) await agent.DisposeAsync();
        ending.Dispose();
    }

    [GeneratedRegex("#first=(\\S+)")]
    private static partial Regex FirstLink();
}
