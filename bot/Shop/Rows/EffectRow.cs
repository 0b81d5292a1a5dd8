using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using ServiceBot.Dialogs.Flow;

namespace ServiceBot.Bot.Shop.Rows;

/// <summary>An effect that ran, written in the same transaction as what it changed.</summary>
internal sealed class EffectRow : IDocument
{
    [Identifier] public required string Key { get; set; }
    /// <summary>SHA-256 of the effect's content, in hexadecimal.</summary>
    [RegularExpression("[0-9A-F]{64}", ErrorMessage = "must be 64 hexadecimal digits")] public required string Hash { get; set; }
    /// <summary>What the outcome was.</summary>
    public required Outcome? Outcome { get; set; }
    public required DateTimeOffset At { get; set; }

    [JsonIgnore] public string DocumentId => Key;
    public void Prepare() { }
}

/// <summary>The last number that was given out in a series of receipt numbers.</summary>
internal sealed class CounterRow
{
    public required string Series { get; set; }
    public required long Value { get; set; }
}
