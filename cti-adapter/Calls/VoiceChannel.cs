using ServiceBot.Dialogs.Turns;

namespace ServiceBot.CtiAdapter.Calls;

/// <summary>The telephone as the dialogs see it.</summary>
internal static class VoiceChannel
{
    /// <summary>Its name and abilities.</summary>
    public static Channel Value { get; } = new("voice") { Speaks = true, Joins = true };
}
