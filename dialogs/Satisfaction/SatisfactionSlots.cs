using ServiceBot.Dialogs.Flow;

namespace ServiceBot.Dialogs.Satisfaction;

internal static class SatisfactionSlots
{
    /// <summary>1 to 5, or left out.</summary>
    public static readonly Slot<string> Rating = new("rating");
    public static readonly Slot<string> Comment = new("comment") { IsPersonal = true };
}
