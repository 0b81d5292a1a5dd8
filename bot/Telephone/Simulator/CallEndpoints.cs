using Microsoft.AspNetCore.Http.HttpResults;
using ServiceBot.CtiAdapter.Simulator;

namespace ServiceBot.Bot.Telephone.Simulator;

/// <summary>Calls of the page. The id of a call is unguessable and known to its page alone.</summary>
internal static class CallEndpoints
{
    private const int LongestSpeech = 1000;

    /// <summary><c>POST /phone/api/calls</c>: takes up the receiver.</summary>
    public static Results<Created<PlacedCallAnswer>, ValidationProblem, ProblemHttpResult> Place(PlaceCall wish, PhoneNetwork network)
    {
        var errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
        if (!PhoneNumbers.IsCaller(wish.From)) errors["from"] = [$"'{wish.From}' is no number such as +821012345678, and not 'anonymous'."];
        if (!PhoneNumbers.IsNumber(wish.To)) errors["to"] = [$"'{wish.To}' is no number such as +8215880000."];
        if (errors.Count > 0) return TypedResults.ValidationProblem(errors);
        return network.Place(wish.From, wish.To) is { } call
            ? TypedResults.Created($"/phone/api/calls/{call.Sid}/events", new PlacedCallAnswer(call.Sid))
            : TypedResults.Problem($"{PhoneNetwork.MostCalls} calls are under way; one of them has to end first.", statusCode: StatusCodes.Status503ServiceUnavailable);
    }

    /// <summary><c>POST /phone/api/calls/{sid}/ring</c>: the bot's telephone rings.</summary>
    public static Task<Results<NoContent, NotFound>> Ring(string sid, PhoneNetwork network, CancellationToken stop) => With(sid, network, call => call.RingAsync(stop));

    /// <summary><c>POST /phone/api/calls/{sid}/acts</c>: the caller does something.</summary>
    public static async Task<Results<NoContent, NotFound, ValidationProblem>> Act(string sid, CallerAct act, PhoneNetwork network, CancellationToken stop)
    {
        if (Refused(act) is { } refused) return TypedResults.ValidationProblem(new Dictionary<string, string[]>(StringComparer.Ordinal) { [refused.Field] = [refused.Why] });
        return await With(sid, network, call => call.ActAsync(act, stop)) is { Result: NotFound missing } ? missing : TypedResults.NoContent();
    }

    /// <summary><c>POST /phone/api/calls/{sid}/redelivery</c>: the last request is delivered again.</summary>
    public static Task<Results<NoContent, NotFound>> Redeliver(string sid, PhoneNetwork network, CancellationToken stop) => With(sid, network, call => call.RedeliverAsync(stop));

    /// <summary><c>GET /phone/api/calls/{sid}/events</c>: all that happens, as server-sent events; their ids are the cursor, so a reconnect goes on where it broke.</summary>
    public static Results<ServerSentEventsResult<string>, NotFound> Events(string sid, HttpRequest request, PhoneNetwork network, IHostApplicationLifetime lifetime)
    {
        if (network.Find(sid) is not { } call) return TypedResults.NotFound();
        var known = PhoneEvents.Known(request) ?? 0;
        return TypedResults.ServerSentEvents(PhoneEvents.Of(call.Log, known, request.HttpContext.RequestAborted, lifetime.ApplicationStopping));
    }

    private static (string Field, string Why)? Refused(CallerAct act) => act switch
    {
        Pressed pressed when !"0123456789*#".Contains(pressed.Key, StringComparison.Ordinal) => ("key", $"'{pressed.Key}' is no key of a telephone."),
        Spoke spoke when string.IsNullOrWhiteSpace(spoke.Text) || spoke.Text.Length > LongestSpeech => ("text", $"What is said has 1 to {LongestSpeech} characters."),
        Spoke { Confidence: not (null or >= 0 and <= 1) } spoke => ("confidence", $"{spoke.Confidence} is not between 0 and 1."),
        _ => null,
    };

    private static async Task<Results<NoContent, NotFound>> With(string sid, PhoneNetwork network, Func<SimulatedCall, Task> does)
    {
        if (network.Find(sid) is not { } call) return TypedResults.NotFound();
        await does(call);
        return TypedResults.NoContent();
    }
}
