using System.Text.Json;
using System.Text.Json.Serialization;

namespace ServiceBot.Bot.BotFramework;

/// <summary>The answer to a button of a card that is executed (<c>adaptiveCard/action</c>): what the bot said, or what was wrong.</summary>
internal sealed record CardActionAnswer(int StatusCode, string Type, JsonElement Value)
{
    public static IResult Said(IEnumerable<Activity> replies) => Answer(
        StatusCodes.Status200OK, "application/vnd.microsoft.activity.message",
        JsonSerializer.SerializeToElement(string.Join("\n\n", replies.Select(reply => reply.Text)), CardActionJson.Default.String));

    public static IResult Bad { get; } = Answer(
        StatusCodes.Status400BadRequest, "application/vnd.microsoft.error",
        JsonSerializer.SerializeToElement(new CardActionError("BadRequest", "'value.action.data' must hold words, as text or in one of its fields."), CardActionJson.Default.CardActionError));

    private static IResult Answer(int status, string type, JsonElement value) =>
        TypedResults.Json(new CardActionAnswer(status, type, value), CardActionJson.Default.CardActionAnswer, statusCode: status);
}

/// <summary>What was wrong.</summary>
internal sealed record CardActionError(string Code, string Message);

[JsonSerializable(typeof(CardActionAnswer))]
[JsonSerializable(typeof(CardActionError))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class CardActionJson : JsonSerializerContext;
