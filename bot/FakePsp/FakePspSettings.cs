using System.ComponentModel.DataAnnotations;

namespace ServiceBot.Bot.FakePsp;

/// <summary>Section <c>FakePsp</c>: a payment provider for demonstrations and tests, a process of its own.</summary>
internal sealed class FakePspSettings
{
    public const string Section = "FakePsp";

    /// <summary>The file in which it keeps its books.</summary>
    [Required(ErrorMessage = "it must name a file")]
    public string Ledger { get; set; } = "data/fake-psp.jsonl";

    /// <summary>The key that callers must show.</summary>
    [DataType(DataType.Password)]
    public string ApiKey { get; set; } = "demo-payments-key";

    /// <summary>Where it calls back, or empty for nowhere.</summary>
    [Url(ErrorMessage = "it must be an address such as http://localhost:5080/payments/callback")]
    public string? CallbackUrl { get; set; }

    /// <summary>What callbacks are signed with.</summary>
    [DataType(DataType.Password)]
    public string CallbackSecret { get; set; } = "demo-payments-secret";

    /// <summary>The process with whose end it ends too, or null to serve until it is stopped.</summary>
    [Range(1, int.MaxValue, ErrorMessage = "it must be a process id")]
    public int? EndWith { get; set; }
}
