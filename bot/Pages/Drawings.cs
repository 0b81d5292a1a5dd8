using System.Collections.Immutable;
using Microsoft.AspNetCore.Http.HttpResults;
using ServiceBot.Dialogs.Flow;

namespace ServiceBot.Bot.Pages;

/// <summary>The dialogs of this program, drawn by themselves.</summary>
internal static class Drawings
{
    private static readonly Lazy<ImmutableSortedDictionary<string, string>> Drawn = new(() => DialogDrawings.Draw(DialogCatalog.Create()));

    /// <summary><c>GET /dialogs/drawings</c>: Mermaid text by the dialog's name.</summary>
    public static JsonHttpResult<ImmutableSortedDictionary<string, string>> Get() =>
        TypedResults.Json(Drawn.Value, PagesJson.Default.ImmutableSortedDictionaryStringString);
}
