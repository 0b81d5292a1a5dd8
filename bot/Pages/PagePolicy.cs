namespace ServiceBot.Bot.Pages;

/// <summary>What a page may load and run (Content Security Policy, level 3).</summary>
internal enum PagePolicy
{
    /// <summary>Style sheets of ours, and style elements that carry the page's nonce, as Web Chat's do.</summary>
    OwnStyles,

    /// <summary>Also styles inside drawings: Mermaid writes them into each SVG and takes no nonce. The page shows nothing that a customer wrote.</summary>
    DrawnStyles,

    /// <summary>Like <see cref="OwnStyles"/>; the page may also ask for the microphone.</summary>
    Listens,

    /// <summary>Nothing but what this server sends as files: for the page that shows agents what customers wrote. No text can become markup either (Trusted Types).</summary>
    NothingInline,

    /// <summary>Like <see cref="NothingInline"/>; the page may also ask for the microphone and take calls by the telephone company's Voice SDK.</summary>
    TakesCalls,
}

/// <summary>Writes policies.</summary>
internal static class PagePolicyHeader
{
    // The hash of no text. Web Chat's scroller makes its style element without the nonce and empty, and fills it by script.
    private const string EmptyStyle = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

    // Where the Voice SDK signals, and where its ringing tones lie (twilio.com/docs/voice/sdks/javascript/best-practices).
    private const string VoiceServers = " https://*.twilio.com wss://*.twilio.com";
    private const string VoiceSounds = " https://sdk.twilio.com blob:";

    /// <summary>
    /// The header's value. Scripts come from this server alone. <c>blob:</c> stands for the photograph that the customer
    /// chose: Web Chat shrinks it in a worker, shows it, and reads it to send it; <c>data:</c> for pictures in Web Chat's own style.
    /// </summary>
    public static string Header(this PagePolicy policy, string nonce)
    {
        if (policy is PagePolicy.NothingInline or PagePolicy.TakesCalls)
            return $"default-src 'none'; script-src 'self'; connect-src 'self'{(policy == PagePolicy.TakesCalls ? VoiceServers : "")}; style-src 'self'; img-src 'self'; font-src 'self'; media-src 'self'{(policy == PagePolicy.TakesCalls ? VoiceSounds : "")}; "
                + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";
        var styles = policy == PagePolicy.DrawnStyles ? "'unsafe-inline'" : $"'nonce-{nonce}' {EmptyStyle}";
        return "default-src 'none'; script-src 'self'; connect-src 'self' blob:; worker-src blob:; "
            + $"style-src 'self' {styles}; img-src 'self' data: blob:; font-src 'self'; media-src 'self'; "
            + "base-uri 'none'; form-action 'self'; frame-ancestors 'self'";
    }
}
