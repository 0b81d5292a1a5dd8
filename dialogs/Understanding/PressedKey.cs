using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Dialogs.Understanding;

/// <summary>What a key or a button means.</summary>
internal static class PressedKey
{
    /// <summary>The same recognition that the words for it would give; empty for an option that was not offered.</summary>
    public static Recognition Recognize(Pressed pressed, Listening listening)
    {
        if (pressed.Option is not { } at) return new("", listening.Language) { Answer = pressed.Answer, Acts = pressed.Act is { } act ? [act] : [] };
        var options = listening.Expecting.Options;
        if (at < 0 || at >= options.Length) return new("", listening.Language);
        var answer = options[at].Value.ToLowerInvariant() switch { "yes" => YesNo.Yes, "no" => YesNo.No, _ => (YesNo?)null };
        return new(options[at].Title, listening.Language) { Chosen = [at], Answer = answer };
    }
}
