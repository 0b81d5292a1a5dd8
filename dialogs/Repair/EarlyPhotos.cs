using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.Turns;
using ServiceBot.Dialogs.Understanding;

namespace ServiceBot.Dialogs.Repair;

/// <summary>Photographs that nobody asked for are kept until somebody needs them, so that they are not asked for again.</summary>
internal static class EarlyPhotos
{
    /// <returns>Whether there was nothing but photographs, so that there are no words to go on with.</returns>
    public static bool TryKeep(DialogStack stack, Recognition heard)
    {
        if (stack.Step.Turn.Input is not Photos photos || stack.Context.Asked?.Expecting.Kind == ExpectedKind.Photo) return false;
        stack.Context.Photos.AddRange(photos.Ids);
        stack.Step.Say(Sentence.Of("repair.photoKept"));
        if (heard.Text.Length > 0) return false;
        stack.AskAgain(0);
        return true;
    }
}
