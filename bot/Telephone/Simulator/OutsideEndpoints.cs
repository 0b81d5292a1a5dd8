using Microsoft.AspNetCore.Http.HttpResults;
using ServiceBot.CtiAdapter.Simulator;

namespace ServiceBot.Bot.Telephone.Simulator;

/// <summary>What happens beside the page's own call: telephones that the bot rings, and text messages both ways.</summary>
internal static class OutsideEndpoints
{
    private const int LongestText = 1600;

    /// <summary><c>GET /phone/api/outside</c>: all of it, as server-sent events. A page that is opened now sees the telephones that are in use still.</summary>
    public static ServerSentEventsResult<string> Events(HttpRequest request, PhoneNetwork network, IHostApplicationLifetime lifetime)
    {
        var past = network.Outside.Events;
        var known = PhoneEvents.Known(request);
        var inUse = known > 0 ? [] : past.OfType<PhoneRings>().Where(rings => network.Find(rings.Sid) is { IsOver: false }).ToArray();
        return TypedResults.ServerSentEvents(PhoneEvents.Of(network.Outside, known ?? past.Length, request.HttpContext.RequestAborted, lifetime.ApplicationStopping, inUse));
    }

    /// <summary><c>POST /phone/api/texts</c>: writes the bot a text message; what comes of it stands among the events.</summary>
    public static async Task<Results<NoContent, ValidationProblem>> Write(WriteText wish, PhoneNetwork network, CancellationToken stop)
    {
        var errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
        if (!PhoneNumbers.IsNumber(wish.From)) errors["from"] = [$"'{wish.From}' is no number such as +821012345678."];
        if (!PhoneNumbers.IsNumber(wish.To)) errors["to"] = [$"'{wish.To}' is no number such as +8215880000."];
        if (string.IsNullOrWhiteSpace(wish.Text) || wish.Text.Length > LongestText) errors["text"] = [$"A text message has 1 to {LongestText} characters."];
        if (errors.Count > 0) return TypedResults.ValidationProblem(errors);
        await network.WriteAsync(wish.From, wish.To, wish.Text, stop);
        return TypedResults.NoContent();
    }
}
