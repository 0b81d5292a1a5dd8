namespace ServiceBot.CtiAdapter.Simulator.Verbs;

/// <summary><c>Redirect</c>: another document takes over.</summary>
internal sealed record RedirectVerb(string? Url, string Method) : Verb
{
    public static RedirectVerb Read(TwimlElement redirect)
    {
        var method = redirect.Method();
        redirect.Finish();
        return new RedirectVerb(redirect.Content.Length == 0 ? null : redirect.Content, method);
    }

    public override Next Reach(CallLine line) => new Fetch("Redirect", Url, Method, []);
}
