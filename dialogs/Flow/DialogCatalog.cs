using System.Collections.Immutable;
using ServiceBot.Dialogs.Language;

namespace ServiceBot.Dialogs.Flow;

/// <summary>All dialogs by name and by the intents that start them.</summary>
public sealed class DialogCatalog
{
    private readonly ImmutableSortedDictionary<string, Dialog> _byName;
    private readonly Dictionary<string, Dialog> _byIntent = new(StringComparer.Ordinal);

    internal DialogCatalog(params ReadOnlySpan<Dialog> dialogs)
    {
        _byName = ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, dialogs.ToArray().Select(dialog => KeyValuePair.Create(dialog.Name, dialog)));
        foreach (var dialog in dialogs)
            foreach (var intent in dialog.Intents)
                if (!_byIntent.TryAdd(intent, dialog)) throw new ArgumentException($"The intent '{intent}' starts both '{_byIntent[intent].Name}' and '{dialog.Name}'.", nameof(dialogs));
    }

    /// <summary>Every dialog, by name.</summary>
    public IEnumerable<Dialog> All => _byName.Values;

    /// <summary>The dialogs of this house; a new dialog is one line here.</summary>
    public static DialogCatalog Create() => new(
        new Complaints.ComplaintDialog(),
        new Complaints.ComplaintStatusDialog(),
        new Escalation.PersonDialog(),
        new Identification.IdentifyDialog(),
        new OrderStatus.OrderStatusDialog(),
        new Refunds.PolicyAnswerDialog("refund-time", Understanding.Intents.RefundTime, Policies.PolicyAnswers.RefundTime),
        new Refunds.PolicyAnswerDialog("return-policy", Understanding.Intents.ReturnPolicy, (policy, _) => Policies.PolicyAnswers.ReturnTerms(policy)),
        new Refunds.RefundDialog(),
        new Refunds.RefundStatusDialog(),
        new Returns.ReturnDialog(),
        new Returns.UndoReturnDialog(),
        new Satisfaction.SatisfactionDialog(),
        new WebLink.WebLinkDialog());

    internal Dialog this[string name] => _byName.TryGetValue(name, out var dialog) ? dialog : throw new KeyNotFoundException($"There is no dialog '{name}'.");

    internal Dialog? ForIntent(string intent) => _byIntent.GetValueOrDefault(intent);

    /// <summary>What a dialog is called in a sentence: the word <c>name</c> of its book.</summary>
    internal Term NameOf(string dialog) => new($"{dialog}.name");
}
