using System.Globalization;
using Microsoft.Extensions.Options;

namespace ServiceBot.Bot.DirectLine;

/// <summary>The absolute addresses that clients are given, as they see this server from outside.</summary>
internal sealed class Addresses(DirectLineTokens tokens, IOptions<DirectLineOptions> options)
{
    private static readonly TimeSpan PhotoLife = TimeSpan.FromHours(1);

    /// <summary>Where the stream of a conversation is opened, for a short while.</summary>
    public string Stream(HttpRequest request, Grant grant, long watermark)
    {
        var token = tokens.Issue(Purpose.Stream, grant, TimeSpan.FromSeconds(options.Value.StreamTokenSeconds));
        var address = Base(request);
        return string.Create(CultureInfo.InvariantCulture,
            $"ws{address[4..]}/v3/directline/conversations/{grant.Conversation}/stream?watermark={watermark}&t={token}");
    }

    /// <summary>Where a photograph is read, for a while: a page shows pictures without sending its token.</summary>
    public string Photo(string address, string conversation, string photo) =>
        $"{address}/v3/directline/attachments/{photo}?t={tokens.Issue(Purpose.Photo, new Grant(conversation, photo, []), PhotoLife)}";

    /// <summary>The origin of this server's own pages.</summary>
    public string Origin(HttpRequest request) => new Uri(Base(request)).GetLeftPart(UriPartial.Authority);

    /// <summary>Scheme and host, without a slash at the end.</summary>
    public string Base(HttpRequest request) =>
        options.Value.PublicBaseUrl is { Length: > 0 } address ? address.TrimEnd('/') : $"{request.Scheme}://{request.Host}{request.PathBase}";
}
