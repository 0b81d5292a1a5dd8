using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Understanding;

namespace ServiceBot.Dialogs.Repair;

/// <summary>A person, at any time and at once.</summary>
internal static class AskForPerson
{
    public static bool TryRepair(DialogStack stack, Recognition heard)
    {
        if (!heard.Acts.Contains(DialogAct.Person)) return false;
        stack.HandOver("asked", heard);
        return true;
    }
}
