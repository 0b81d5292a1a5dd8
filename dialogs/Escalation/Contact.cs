using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.Repair;
using ServiceBot.Dialogs.Turns;
using ServiceBot.Dialogs.Understanding;

namespace ServiceBot.Dialogs.Escalation;

/// <summary>Where a customer is reached: digits of a telephone number, or an e-mail address, or <see cref="Refusal.LeftOut"/> for neither.</summary>
internal static class Contact
{
    public static Question Ask(Slot<string> slot) => new(Sentence.Of("person.askContact"),
        new Expectation(slot.Name, ExpectedKind.Phone) { Alternatives = [ExpectedKind.Email] }) { Why = Sentence.Of("person.whyContact") };

    public static Hearing Into(Slot<string> slot) => (scope, heard, _) =>
    {
        if (heard.Entities.LastOrDefault(entity => entity.Type is EntityType.Phone or EntityType.Email) is not { } found) return false;
        scope.Set(slot, found.Value);
        scope.Context.Contact = found.Value;
        return true;
    };

    /// <summary>Takes what was said earlier in the conversation, so that it is not asked for again.</summary>
    public static void Infer(DialogScope scope, Slot<string> slot)
    {
        if (!scope.Knows(slot) && scope.Context.Contact is { } known) scope.Set(slot, known, SlotSource.Inferred);
    }

    /// <summary>The number that somebody calls from, as it is dialled in Korea; null where there is none.</summary>
    public static string? OfCaller(string? from) => from switch
    {
        ['+', '8', '2', .. var national] => $"0{national}",
        ['+', .. var digits] => $"00{digits}",
        _ => null,
    };

    public static string? Phone(string? contact) => contact is null or Refusal.LeftOut || IsEmail(contact) ? null : contact;

    public static string? Email(string? contact) => contact is not null && IsEmail(contact) ? contact : null;

    /// <summary>Enough to recognize one's own number by, too little for anybody who looks over a shoulder.</summary>
    public static string Veiled(string contact)
    {
        var at = contact.IndexOf('@', StringComparison.Ordinal);
        if (at > 0) return $"{contact[..1]}***{contact[at..]}";
        return contact.Length > 7 ? $"{contact[..3]}-****-{contact[^4..]}" : contact;
    }

    private static bool IsEmail(string contact) => contact.Contains('@', StringComparison.Ordinal);
}
