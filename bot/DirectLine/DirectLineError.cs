using System.Globalization;
using System.Text.Json.Serialization;

namespace ServiceBot.Bot.DirectLine;

/// <summary>What Direct Line says when something is wrong: <c>{"error":{"code","message"}}</c>.</summary>
internal sealed record DirectLineError(ErrorDetail Error)
{
    public static IResult BadArgument(string message) => Of(StatusCodes.Status400BadRequest, "BadArgument", message);
    public static IResult Missing() => Of(StatusCodes.Status401Unauthorized, "MissingProperty", "The Authorization header with a token is missing.");
    /// <summary>A token that is bad or has run out: always 403, since clients take 401 for a reason to stop for ever.</summary>
    public static IResult Forbidden(string code, string message) => Of(StatusCodes.Status403Forbidden, code, message);
    public static IResult NotFound() => Of(StatusCodes.Status404NotFound, "NotFound", "There is no such conversation or file.");
    public static IResult NoPass() => Of(StatusCodes.Status404NotFound, "PassUnknown", "The link or code is not known, was used already, or is older than ten minutes.");
    public static IResult TooLarge(int most) => Of(StatusCodes.Status413PayloadTooLarge, "MessageSizeTooBig", string.Create(CultureInfo.InvariantCulture, $"At most {most} bytes are taken."));
    public static IResult NotTaken(string? name, string? type) =>
        Of(StatusCodes.Status415UnsupportedMediaType, "NotSupported", $"'{name}' ({type}) is no JPEG, PNG, GIF, WebP or HEIC picture.");
    public static IResult TooMany() => Of(StatusCodes.Status429TooManyRequests, "TooManyRequests", "Too much was asked for; wait a minute.");

    /// <summary>The message could not be taken: clients offer to send it again, as they do after every answer from 500 on.</summary>
    public static IResult NotNow() => Of(StatusCodes.Status503ServiceUnavailable, "ServiceUnavailable", "This could not be taken now. Nothing of it was done; it may be sent again.");

    private static IResult Of(int status, string code, string message) =>
        TypedResults.Json(new DirectLineError(new ErrorDetail(code, message)), DirectLineJson.Default.DirectLineError, statusCode: status);
}

/// <summary>A code for programs and a sentence for people.</summary>
internal sealed record ErrorDetail(string Code, string Message);
