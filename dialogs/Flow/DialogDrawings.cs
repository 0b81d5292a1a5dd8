using System.Collections.Immutable;
using Stateless.Graph;

namespace ServiceBot.Dialogs.Flow;

/// <summary>Every dialog draws itself.</summary>
public static class DialogDrawings
{
    /// <summary>The drawings as Mermaid state diagrams, by the dialog's name; the same dialogs give the same text.</summary>
    public static ImmutableSortedDictionary<string, string> Draw(DialogCatalog catalog) =>
        catalog.All.ToImmutableSortedDictionary(dialog => dialog.Name, dialog => MermaidGraph.Format(dialog.Graph).ReplaceLineEndings("\n").TrimEnd() + "\n", StringComparer.Ordinal);
}
