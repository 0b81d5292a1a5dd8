using System.Collections.Concurrent;
using System.Security.Cryptography;
using Polly;
using ServiceBot.Bot.Hosting;
using StackExchange.Redis;

namespace ServiceBot.Bot.Nodes;

/// <summary>
/// The way to Redis. Calls have deadlines, which the client's own asynchronous calls lack; passing failures are tried again within them, so
/// whatever is asked must be harmless twice. While the server has not answered the <see cref="RedisPulse"/> lately, calls are refused at once.
/// </summary>
internal sealed partial class RedisLink : IDisposable
{
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(40);

    private readonly ConcurrentDictionary<string, Action<RedisChannel, RedisValue>> listeners = new(StringComparer.Ordinal);
    private readonly RedisSettings settings;
    private readonly ILogger logger;
    private readonly ResiliencePipeline calls;
    private volatile Connection connection;

    private RedisLink(RedisSettings settings, Connection connection, TimeProvider time, ILogger logger)
    {
        this.settings = settings;
        this.connection = connection;
        this.logger = logger;
        Deadline = TimeSpan.FromMilliseconds(settings.DeadlineMilliseconds);
        calls = new ResiliencePipelineBuilder { TimeProvider = time }
            .AddTimeout(Deadline * 2.4)
            .AddRetry(new()
            {
                ShouldHandle = new PredicateBuilder().Handle<Exception>(RedisFaults.MayPass), MaxRetryAttempts = 4,
                Delay = BetweenTries, BackoffType = DelayBackoffType.Exponential, UseJitter = true,
            })
            .AddTimeout(Deadline)
            .Build();
    }

    /// <summary>What all nodes of this bot begin their keys and channels with.</summary>
    public string Prefix => settings.Prefix;

    /// <summary>How long one call may take.</summary>
    public TimeSpan Deadline { get; }

    /// <summary>Why the server does not answer now, or null where it does.</summary>
    public string? Silence { get; set; }

    /// <summary>A name of this node's own, until it stops.</summary>
    public string Node { get; } = RandomNumberGenerator.GetHexString(16, lowercase: true);

    /// <summary>The connection of now, which knows the servers.</summary>
    public ConnectionMultiplexer Multiplexer => connection.Multiplexer;

    /// <summary>The database of now, without deadline or another try.</summary>
    public IDatabaseAsync Database => connection.Database;

    /// <summary>Connects, and blocks until that is done: at the start, while nobody else needs the thread.</summary>
    /// <exception cref="StartRefusedException">No server answers.</exception>
    public static RedisLink Open(RedisSettings settings, TimeProvider time, ILogger<RedisLink> logger)
    {
        var options = settings.Options();
        try
        {
            options.AbortOnConnectFail = true;
            return new RedisLink(settings, new Connection(ConnectionMultiplexer.Connect(options)), time, logger);
        }
        catch (RedisConnectionException fault)
        {
            throw new StartRefusedException($"Redis does not answer at {string.Join(", ", options.EndPoints)}: {fault.Message} Start it, or leave Redis:Configuration empty.", fault);
        }
    }

    /// <summary>Asks the server.</summary>
    /// <param name="ask">One or more calls that may as well be made twice.</param>
    /// <param name="cancellationToken">Ends the waiting, not what was sent.</param>
    /// <exception cref="StoreUnavailableException">No answer came in time, or the server cannot do it now.</exception>
    public async Task<T> AskAsync<T>(Func<IDatabaseAsync, Task<T>> ask, CancellationToken cancellationToken)
    {
        if (Silence is { } silence) throw new StoreUnavailableException($"Redis does not answer: {silence}");
        try
        {
            return await calls.ExecuteAsync(
                static async (call, patience) => await call.ask(call.link.connection.Database).WaitAsync(patience), (ask, link: this), cancellationToken);
        }
        catch (Exception fault) when (RedisFaults.Explain(fault) is { } reason)
        {
            throw new StoreUnavailableException($"Redis: {reason}", fault);
        }
    }

    /// <summary>Sends to whoever listens now, on whatever node; what is lost is lost.</summary>
    public void Publish(string channel, string message)
    {
        if (Silence is not null) return;
        try
        {
            connection.Multiplexer.GetSubscriber().Publish(Channel(channel), message, CommandFlags.FireAndForget);
        }
        catch (Exception fault) when (RedisFaults.Explain(fault) is not null)
        {
            Log.NotPublished(logger, fault);
        }
    }

    /// <summary>Calls back on every message of a channel, also after connections were lost.</summary>
    public void Listen(string channel, Action<string> hear)
    {
        var name = Channel(channel);
        Action<RedisChannel, RedisValue> listener = (_, message) => hear(message.ToString());
        listeners[name] = listener;
        connection.Multiplexer.GetSubscriber().Subscribe(name, listener, CommandFlags.FireAndForget);
    }

    /// <summary>Gives the connections up and opens new ones. The client does not notice when a network is half open: it waits for answers for ever.</summary>
    public async Task ReconnectAsync()
    {
        Log.Reconnecting(logger, Silence ?? "its messages do not arrive");
        var options = settings.Options();
        options.AbortOnConnectFail = false;
        var before = connection;
        var fresh = new Connection(await ConnectionMultiplexer.ConnectAsync(options));
        foreach (var (name, listener) in listeners) fresh.Multiplexer.GetSubscriber().Subscribe(name, listener, CommandFlags.FireAndForget);
        connection = fresh;
        await before.Multiplexer.CloseAsync(allowCommandsToComplete: false);
        before.Multiplexer.Dispose();
    }

    public void Dispose() => connection.Multiplexer.Dispose();

    private string Channel(string name) => $"{Prefix}:{name}";

    private sealed class Connection
    {
        public Connection(ConnectionMultiplexer multiplexer)
        {
            Multiplexer = multiplexer;
            Database = multiplexer.GetDatabase();
            // In order, all answers are waited for on one thread: a turn that works, or blocks, would hold up everybody's.
            multiplexer.PreserveAsyncOrder = false;
        }

        public ConnectionMultiplexer Multiplexer { get; }

        public IDatabaseAsync Database { get; }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The connections to Redis are given up and opened anew: {Reason}")]
        public static partial void Reconnecting(ILogger logger, string reason);

        [LoggerMessage(2, LogLevel.Debug, "A message to other nodes was not sent.")]
        public static partial void NotPublished(ILogger logger, Exception fault);
    }
}
