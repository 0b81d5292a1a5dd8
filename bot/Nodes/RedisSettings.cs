using System.ComponentModel.DataAnnotations;
using System.Net;
using System.Net.Sockets;
using StackExchange.Redis;

namespace ServiceBot.Bot.Nodes;

/// <summary>Section <c>Redis</c>: the server at which the nodes of one bot meet, and how long it keeps what. With an empty configuration there is one node, and everything is embedded.</summary>
internal sealed class RedisSettings : IValidatableObject
{
    public const string Section = "Redis";

    // Settings in the configuration string itself come later and win.
    private const string Defaults = "connectTimeout=2000,syncTimeout=2000,keepAlive=5,configCheckSeconds=10,allowAdmin=true,";

    /// <summary>Servers and options as StackExchange.Redis reads them, such as <c>redis-1:6379,redis-2:6379,password=...</c>; empty: everything is embedded.</summary>
    [DataType(DataType.Password)]
    public string Configuration { get; set; } = "";

    /// <summary>What every key begins with, so that several bots may share a server.</summary>
    [RegularExpression("[A-Za-z0-9_-]{1,32}", ErrorMessage = "it must be 1 to 32 letters, digits, '-' and '_'")]
    public string Prefix { get; set; } = "servicebot";

    /// <summary>How long one call may take, in milliseconds; a turn that cannot be done is refused politely within a few of these.</summary>
    [Range(50, 5_000)]
    public int DeadlineMilliseconds { get; set; } = 500;

    /// <summary>How many days a conversation is kept after its last turn while something is under way in it.</summary>
    [Range(2, 3_650)]
    public int LiveDays { get; set; } = 60;

    /// <summary>How many days a conversation is kept after its last turn where nothing is under way.</summary>
    [Range(2, 3_650)]
    public int EndedDays { get; set; } = 32;

    /// <summary>How many days what was said can be read back after the last turn.</summary>
    [Range(1, 3_650)]
    public int LogDays { get; set; } = 30;

    /// <summary>How many days the journal is kept after the last turn.</summary>
    [Range(1, 3_650)]
    public int JournalDays { get; set; } = 30;

    /// <summary>How many days an event that comes again is known after the last turn.</summary>
    [Range(1, 3_650)]
    public int EventDays { get; set; } = 7;

    /// <summary>How many entries of a conversation's log are kept, the newest.</summary>
    [Range(100, 100_000)]
    public int LogEntries { get; set; } = 1_000;

    /// <summary>How many entries of a conversation's journal are kept, the newest.</summary>
    [Range(100, 100_000)]
    public int JournalEntries { get; set; } = 1_000;

    /// <summary>How many events of a conversation are known when they come again, the newest.</summary>
    [Range(100, 100_000)]
    public int Events { get; set; } = 500;

    /// <summary>Whether there is a server, and so perhaps other nodes.</summary>
    public bool IsConfigured => Configuration.Length > 0;

    /// <summary>The options that the configuration asks for, over our defaults.</summary>
    /// <exception cref="ArgumentException">The configuration is malformed.</exception>
    public ConfigurationOptions Options()
    {
        var options = ConfigurationOptions.Parse(Defaults + Configuration);
        options.ClientName ??= "servicebot";
        return options;
    }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (IsConfigured && Problem() is { } problem)
            yield return new ValidationResult($"{Section}:{nameof(Configuration)} is '(not shown)': {problem}");
        // A conversation that came back to an older log, or to an older mark of what was delivered, would count from 1 again.
        if (EndedDays < Math.Max(LogDays, Math.Max(JournalDays, EventDays)) + 2)
            yield return new ValidationResult($"{Section}:{nameof(EndedDays)} is '{EndedDays}': it must be at least two days more than LogDays, JournalDays and EventDays");
        if (LiveDays < EndedDays)
            yield return new ValidationResult($"{Section}:{nameof(LiveDays)} is '{LiveDays}': it must be at least EndedDays, which is {EndedDays}");
    }

    private string? Problem()
    {
        try
        {
            var options = Options();
            return options.EndPoints.Count == 0 ? "it names no server, such as 127.0.0.1:6379"
                : options.EndPoints.OfType<IPEndPoint>().Any(server => server.AddressFamily == AddressFamily.InterNetworkV6) ? "the client speaks IPv4 only; name the server, or write its IPv4 address"
                : null;
        }
        catch (Exception fault) when (fault is ArgumentException or FormatException)
        {
            return fault.Message;
        }
    }
}
