using System.Collections.Immutable;
using Stateless.Graph;

namespace ServiceBot.Dialogs.Flow;

/// <summary>Every dialog draws itself.</summary>
public static class DialogDrawings
{
    /// <summary>The drawings as Mermaid state diagrams, by the dialog's name; the same dialogs give the same text.</summary>
    public static ImmutableSortedDictionary<string, string> Draw(DialogCatalog catalog) =>
        catalog.All.ToImmutableSortedDictionary(dialog => dialog.Name, dialog => MermaidGraph.Format(dialog.Graph).ReplaceLineEndings("\n").TrimEnd() + "\n", StringComparer.Ordinal);

    /// <summary>The pages of <c>docs/dialogs</c>: file name, such as <c>return.md</c>, to its whole content, with one line feed at each end of line.</summary>
    public static ImmutableSortedDictionary<string, string> Pages(DialogCatalog catalog)
    {
        var drawings = Draw(catalog);
        return catalog.All.ToImmutableSortedDictionary(dialog => $"{dialog.Name}.md", dialog => Page(dialog, drawings[dialog.Name]), StringComparer.Ordinal);
    }

    private static string Page(Dialog dialog, string drawing)
    {
        var begins = dialog.Intents.IsEmpty ? "other dialogs call it" : $"the intent {string.Join(" or ", dialog.Intents.Select(intent => $"`{intent}`"))} begins it";
        var ends = dialog.States.Values.Where(state => state.IsEnd).Select(state => state.State);
        return $"# {dialog.Name}\n\n{dialog.Purpose} In short: {begins}, and it ends at {string.Join(", ", ends)}.\n\n```mermaid\n{drawing}```\n";
    }
}
