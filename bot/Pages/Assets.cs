using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using Microsoft.Net.Http.Headers;

namespace ServiceBot.Bot.Pages;

/// <summary>Scripts, styles, fonts and pictures of the pages. The build names them by content or version, so they never change.</summary>
internal static class Assets
{
    private static readonly FileExtensionContentTypeProvider Types = new();

    /// <summary>Answers the Brotli or gzip twin that the build wrote, where the browser takes it.</summary>
    public static IResult Get(string path, HttpContext context, IWebHostEnvironment environment)
    {
        var files = environment.WebRootFileProvider;
        if (!files.GetFileInfo($"assets/{path}").Exists || !Types.TryGetContentType(path, out var type))
            return TypedResults.NotFound();

        var (file, encoding) = Twin(files, path, context.Request);
        var headers = context.Response.Headers;
        headers.CacheControl = "public, max-age=31536000, immutable";
        headers.Vary = HeaderNames.AcceptEncoding;
        if (encoding is not null)
            headers.ContentEncoding = encoding;
        return TypedResults.Stream(file.CreateReadStream(), type, lastModified: file.LastModified);
    }

    private static (IFileInfo File, string? Encoding) Twin(IFileProvider files, string path, HttpRequest request)
    {
        var taken = request.GetTypedHeaders().AcceptEncoding.Where(accepted => accepted.Quality is not 0).Select(accepted => accepted.Value.Value).ToArray();
        foreach (var (encoding, ending) in new[] { ("br", ".br"), ("gzip", ".gz") })
        {
            var twin = files.GetFileInfo($"assets/{path}{ending}");
            if (twin.Exists && taken.Contains(encoding, StringComparer.OrdinalIgnoreCase))
                return (twin, encoding);
        }

        return (files.GetFileInfo($"assets/{path}"), null);
    }
}
