using ServiceBot.Dialogs.Turns;
using ServiceBot.Dialogs.Understanding;

namespace ServiceBot.Dialogs.Privacy;

/// <summary>
/// A turn as everything after understanding knows it. The words as they were said live only until here: dialogs, journal, log and cases get them
/// masked, beside the values that understanding took out of them.
/// </summary>
internal static class MaskedTurn
{
    /// <summary>Masks a turn and what was understood from it.</summary>
    /// <param name="turn">As it came in.</param>
    /// <param name="heard">What its words mean, or null where it has none.</param>
    /// <param name="said">What the same sender said before, masked, newest last; where it holds the beginning of a number that ends here, that is masked too.</param>
    public static (Turn Turn, Recognition? Heard) Of(Turn turn, Recognition? heard, List<string> said)
    {
        var words = HeardMask.Of(heard, turn.Sender == Sender.Customer ? said : []);
        var masked = turn with { Input = Mask(turn.Input, words.Mask), Original = turn.Original is { } original ? MaskedJson.Of(original, words.Mask) : null };
        return (masked, words.Recognition);
    }

    private static TurnInput Mask(TurnInput input, Func<string, string> mask) => input switch
    {
        Utterance utterance => utterance with { Text = mask(utterance.Text) },
        Photos { Text: { } text } photos => photos with { Text = mask(text) },
        Unreadable unreadable => new Unreadable(mask(unreadable.What)),
        AgentCorrects corrects => corrects with { Words = mask(corrects.Words) },
        // The customer is to read what the agent wrote; only what nothing may keep is taken out of it.
        AgentNotes notes => notes with { Text = PersonalData.MaskForbidden(notes.Text) },
        AgentTransfers { Note: { } note } transfers => transfers with { Note = PersonalData.MaskForbidden(note) },
        AgentSays says => says with { Text = PersonalData.MaskForbidden(says.Text) },
        _ => input,
    };
}
