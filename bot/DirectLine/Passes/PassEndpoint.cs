using Microsoft.Extensions.Options;

namespace ServiceBot.Bot.DirectLine.Passes;

/// <summary><c>POST /chat/pass</c>: the page goes on with a conversation that was begun elsewhere. Afterwards its token is for that one.</summary>
internal static class PassEndpoint
{
    private const int LongestPass = 64;

    public static async Task<IResult> PostAsync(HttpRequest request, HttpResponse response, IPasses passes, DirectLineTokens tokens, Addresses addresses, IOptions<DirectLineOptions> options, CancellationToken cancellationToken)
    {
        if (!PageEndpoint.IsOwnPage(request, addresses, options.Value)) return DirectLineError.Forbidden("Forbidden", "Only this server's own page may use this.");
        var (body, problem) = await TokenEndpoints.ReadAsync(request, DirectLineJson.Default.PassRequest, cancellationToken);
        if (problem is not null) return problem;
        // Codes are read and typed in groups.
        var pass = (body.Pass ?? "").Replace(" ", "", StringComparison.Ordinal);
        if (pass.Length is 0 or > LongestPass) return DirectLineError.BadArgument($"'pass' must have 1 to {LongestPass} characters, but has {pass.Length}.");
        if (await passes.SpendAsync(pass, cancellationToken) is not { } conversation) return DirectLineError.NoPass();
        PageEndpoint.Remember(request, response, tokens, new Grant(conversation, Conversations.NewUser(), []));
        return TypedResults.NoContent();
    }
}
