using ServiceBot.Bot.BotFramework.Uploads;

namespace ServiceBot.Bot.DirectLine;

/// <summary>Uploaded photographs, read by those who may see the conversation: by its token, or by an address signed for one photograph.</summary>
internal static class PhotoEndpoint
{
    public static async Task<IResult> GetAsync(string id, string? t, HttpRequest request, HttpResponse response, Callers callers, PhotoStore photos, CancellationToken cancellationToken)
    {
        var (grant, refusal) = string.IsNullOrEmpty(t) ? await callers.CheckAsync(request, conversation: null) : await callers.CheckAsync(request, Purpose.Photo, t, conversation: null);
        if (grant is null) return refusal ?? DirectLineError.Missing();
        var isSigned = !string.IsNullOrEmpty(t);
        // What is another's looks like what does not exist.
        if ((isSigned && !string.Equals(id, grant.User, StringComparison.Ordinal)) || await photos.FindAsync(id, grant.Conversation, cancellationToken) is not { } picture)
            return DirectLineError.NotFound();
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        response.Headers.CacheControl = "private, max-age=3600";
        return TypedResults.Bytes(picture.Bytes, picture.ContentType);
    }
}
