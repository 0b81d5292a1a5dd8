using System.Text.Json.Serialization;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.BotFramework;

/// <summary>
/// A card of label and value as Adaptive Card 1.5. Only RichTextBlock holds words, since it knows no markdown: a product called
/// "*SALE*" is shown as it is.
/// </summary>
internal sealed record AdaptiveCard(IReadOnlyList<CardElement> Body)
{
    public const string ContentType = "application/vnd.microsoft.card.adaptive";

    public string Type => "AdaptiveCard";
    [JsonPropertyName("$schema")]
    public string Schema => "http://adaptivecards.io/schemas/adaptive-card.json";
    public string Version => "1.5";

    public static AdaptiveCard From(Card card) => new([
        new RichTextBlock([new TextRun(card.Title) { Weight = "Bolder" }]),
        .. card.Rows.Select(row => new ColumnSet([
            new CardColumn("auto", [new RichTextBlock([new TextRun(row.Label) { IsSubtle = true }])]),
            new CardColumn("stretch", [new RichTextBlock([new TextRun(row.Value)]) { HorizontalAlignment = "Right" }]),
        ])),
    ]);
}

/// <summary>One element of a card's body.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(RichTextBlock), "RichTextBlock")]
[JsonDerivedType(typeof(ColumnSet), "ColumnSet")]
internal abstract record CardElement;

internal sealed record RichTextBlock(IReadOnlyList<TextRun> Inlines) : CardElement
{
    public string? HorizontalAlignment { get; init; }
}

internal sealed record TextRun(string Text)
{
    public string Type => "TextRun";
    public string? Weight { get; init; }
    public bool? IsSubtle { get; init; }
}

internal sealed record ColumnSet(IReadOnlyList<CardColumn> Columns) : CardElement;

internal sealed record CardColumn(string Width, IReadOnlyList<CardElement> Items)
{
    public string Type => "Column";
}
