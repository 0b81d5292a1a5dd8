using System.Collections.Immutable;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using ServiceBot.Bot.BotFramework;
using ServiceBot.Bot.BotFramework.Uploads;

namespace ServiceBot.Bot.DirectLine;

/// <summary>Photographs: a form of one part named <c>activity</c>, which may be missing, and one part for each file.</summary>
internal static class UploadEndpoint
{
    private const int MostFiles = 10;

    public static async Task<IResult> PostAsync(
        string id, HttpRequest request, Callers callers, Conversations conversations, PhotoStore photos, IOptions<DirectLineOptions> options, CancellationToken cancellationToken)
    {
        var (grant, refusal) = await callers.CheckAsync(request, id);
        if (grant is null) return refusal ?? DirectLineError.Missing();
        if (await RequestBody.ReadAsync(request, options.Value.MaxUploadBytes, cancellationToken) is not { } body) return DirectLineError.TooLarge(options.Value.MaxUploadBytes);
        if (Boundary(request.ContentType) is not { } boundary) return DirectLineError.BadArgument("The Content-Type must be 'multipart/form-data' with a boundary.");
        if (!await conversations.ExistsAsync(id, cancellationToken)) return DirectLineError.NotFound();

        var (activity, files, problem) = await ReadAsync(body, boundary, cancellationToken);
        if (problem is not null) return problem;
        var kept = new List<(string? Name, Photo Photo)>();
        foreach (var (name, bytes) in files) kept.Add((name, await photos.SaveAsync(id, bytes, cancellationToken)));

        var message = ActivityEndpoints.SentBy(grant, activity) with
        {
            Type = ActivityTypes.Message,
            Attachments = [.. kept.Select(file => new Attachment { ContentType = file.Photo.ContentType, ContentUrl = file.Photo.Reference, Name = file.Name })],
        };
        return ActivityEndpoints.Sent(await conversations.SendAsync(id, message, [.. kept.Select(file => file.Photo.Id)]));
    }

    private static async Task<(Activity Activity, ImmutableArray<(string? Name, byte[] Bytes)> Files, IResult? Problem)> ReadAsync(
        ReadOnlyMemory<byte> body, string boundary, CancellationToken cancellationToken)
    {
        var activity = new Activity { Type = ActivityTypes.Message };
        var files = ImmutableArray.CreateBuilder<(string?, byte[])>();
        try
        {
            using var stream = new MemoryStream(body.ToArray());
            var parts = new MultipartReader(boundary, stream);
            while (await parts.ReadNextSectionAsync(cancellationToken) is { } part)
            {
                using var content = new MemoryStream();
                await part.Body.CopyToAsync(content, cancellationToken);
                var disposition = ContentDispositionHeaderValue.TryParse(part.ContentDisposition, out var parsed) ? parsed : null;
                if (IsActivity(part, disposition))
                {
                    if (!ActivityJson.TryRead(content.ToArray(), out var given, out var problem)) return (activity, [], DirectLineError.BadArgument(problem));
                    activity = given;
                    continue;
                }
                if (PhotoType.Of(content.ToArray()) is null || !PhotoType.IsTaken(part.ContentType ?? "image/jpeg"))
                    return (activity, [], DirectLineError.NotTaken(FileName(disposition), part.ContentType));
                files.Add((FileName(disposition), content.ToArray()));
                if (files.Count > MostFiles) return (activity, [], DirectLineError.BadArgument("At most 10 photographs are taken at once."));
            }
        }
        catch (Exception error) when (error is InvalidDataException or IOException)
        {
            return (activity, [], DirectLineError.BadArgument("The form is malformed: " + error.Message));
        }
        return files.Count == 0 ? (activity, [], DirectLineError.BadArgument("The form has no file.")) : (activity, files.ToImmutable(), null);
    }

    private static bool IsActivity(MultipartSection part, ContentDispositionHeaderValue? disposition) =>
        disposition?.Name.Equals("activity", StringComparison.Ordinal) == true || disposition?.Name.Equals("\"activity\"", StringComparison.Ordinal) == true
        || part.ContentType?.StartsWith("application/vnd.microsoft.activity", StringComparison.OrdinalIgnoreCase) == true;

    private static string? FileName(ContentDispositionHeaderValue? disposition) =>
        HeaderUtilities.RemoveQuotes(disposition?.FileNameStar is { HasValue: true } star ? star : disposition?.FileName ?? default).Value is { Length: > 0 } name
            ? new string([.. name.Normalize(NormalizationForm.FormC).Where(character => !char.IsControl(character) && character is not ('/' or '\\'))]) : null;

    private static string? Boundary(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type) && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
        && HeaderUtilities.RemoveQuotes(type.Boundary).Value is { Length: > 0 and <= 200 } boundary ? boundary : null;
}
