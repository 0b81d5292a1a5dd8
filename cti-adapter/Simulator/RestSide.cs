using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ServiceBot.CtiAdapter.Simulator.Verbs;

namespace ServiceBot.CtiAdapter.Simulator;

/// <summary>The company's REST interface as far as the bot uses it: calls, conferences, recordings and messages. It makes what it is asked for as often as it is asked, as the company does.</summary>
/// <param name="company">The calls; asked for with the first request, when it is known where this machine is reached.</param>
/// <param name="voice">Reads words aloud as a WAV file, for the sound of a recording; null where this machine has no voice.</param>
public sealed class RestSide(Func<PhoneNetwork> company, Func<string, CancellationToken, Task<byte[]?>> voice)
{
    private PhoneNetwork Network => company();

    private readonly Lock write = new();
    private readonly List<JsonObject> messages = [];

    /// <summary>Serves it below a path.</summary>
    public void Map(IEndpointRouteBuilder app, string path)
    {
        var api = app.MapGroup($"{path}/2010-04-01/Accounts/{{account}}").AddEndpointFilter(KnownAsync);
        api.MapPost("/Calls.json", PlaceAsync);
        api.MapGet("/Calls.json", (string? to, string? from) => Results.Json(new JsonObject { ["calls"] = new JsonArray([.. Network.Calls.Where(call => call.To == to && call.From == from).Reverse().Select(CallOf)]) }));
        api.MapGet("/Calls/{sid}.json", (string sid) => Network.Find(sid) is { } call ? Results.Json(CallOf(call)) : Missing());
        api.MapPost("/Calls/{sid}.json", ChangeCallAsync);
        api.MapGet("/Conferences/{room}/Participants.json", (string room) => Network.Rooms.Find(room) is { } found ? Results.Json(new JsonObject { ["participants"] = new JsonArray([.. found.Inside.Select(ParticipantOf)]) }) : Missing());
        api.MapPost("/Conferences/{room}/Participants.json", AddAsync);
        api.MapGet("/Conferences/{room}/Participants/{who}.json", (string room, string who) => Network.Rooms.Find(room, who) is { } inside ? Results.Json(ParticipantOf(inside)) : Missing());
        api.MapPost("/Conferences/{room}/Participants/{who}.json", ChangeParticipantAsync);
        api.MapDelete("/Conferences/{room}/Participants/{who}.json", RemoveAsync);
        api.MapPost("/Conferences/{room}.json", CloseAsync);
        api.MapGet("/Calls/{sid}/Recordings.json", (string sid) => Results.Json(new JsonObject { ["recordings"] = new JsonArray([.. Network.Recordings.Values.Where(recording => recording.CallSid == sid).Select(RecordingOf)]) }));
        api.MapPost("/Calls/{sid}/Recordings.json", Record);
        api.MapPost("/Calls/{sid}/Recordings/Twilio.CURRENT.json", ChangeRecording);
        api.MapGet("/Recordings/{sid}.json", (string sid) => Network.Recordings.TryGetValue(sid, out var recording) ? Results.Json(RecordingOf(recording)) : Missing());
        api.MapGet("/Recordings/{sid}.wav", SoundAsync);
        api.MapDelete("/Recordings/{sid}.json", (string sid) => Network.Recordings.TryRemove(sid, out _) ? Results.NoContent() : Missing());
        api.MapPost("/Messages.json", Send);
        api.MapGet("/Messages/{sid}.json", (string sid) => Sent(sid) is { } message ? Results.Json(message) : Missing());
        api.MapGet("/Messages.json", (string? to, string? from) => Results.Json(new JsonObject { ["messages"] = Sent(to, from) }));
    }

    private async ValueTask<object?> KnownAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        string?[] known = [$"{Network.Account.Sid}:{Network.Account.AuthToken}", Network.Account.ApiKey];
        var given = context.HttpContext.Request.Headers.Authorization.ToString() is ['B', 'a', 's', 'i', 'c', ' ', .. var basic] ? basic : "";
        return known.Any(credentials => credentials is not null && given == Convert.ToBase64String(Encoding.UTF8.GetBytes(credentials))) && (string?)context.HttpContext.Request.RouteValues["account"] == Network.Account.Sid
            ? await next(context)
            : Refused(StatusCodes.Status401Unauthorized, 20003, "Authenticate");
    }

    private async Task<IResult> PlaceAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var form = request.Form;
        if (form["To"].Count == 0 || form["From"].Count == 0 || form["Url"].Count == 0) return Refused(400, 21201, "To, From and Url are needed");
        var call = await Network.PlaceOutAsync(form["From"].ToString(), form["To"].ToString(), form["Url"].ToString(), Given(form, "StatusCallback"), null, cancellationToken);
        return Results.Json(CallOf(call), statusCode: StatusCodes.Status201Created);
    }

    private async Task<IResult> ChangeCallAsync(string sid, HttpRequest request, CancellationToken cancellationToken)
    {
        if (Network.Find(sid) is not { } call) return Missing();
        if (call.IsOver) return Refused(400, 21220, "Call is not in-progress. Cannot redirect.");
        if (request.Form["Status"] == "completed") await call.HangUpAsync(cancellationToken);
        else if (Given(request.Form, "Url") is { } url) await call.MoveAsync(url, "POST", cancellationToken);
        return Results.Json(CallOf(call));
    }

    private async Task<IResult> AddAsync(string room, HttpRequest request, CancellationToken cancellationToken)
    {
        var form = request.Form;
        var entry = new ConferenceRoom(room, Given(form, "ConferenceStatusCallback"), ["join", "leave", "hold", "mute", "start", "end", "announcement"])
        {
            Label = form["Label"].ToString(), Muted = form["Muted"] == "true", EndsOnExit = form["EndConferenceOnExit"] == "true", Coaches = Given(form, "CallSidToCoach"),
        };
        var call = await Network.PlaceOutAsync(form["From"].ToString(), form["To"].ToString(), "/", Given(form, "StatusCallback"), entry, cancellationToken);
        return Results.Json(new JsonObject { ["call_sid"] = call.Sid, ["label"] = entry.Label, ["status"] = "queued", ["muted"] = entry.Muted, ["hold"] = false, ["coaching"] = entry.Coaches is not null }, statusCode: StatusCodes.Status201Created);
    }

    private async Task<IResult> ChangeParticipantAsync(string room, string who, HttpRequest request, CancellationToken cancellationToken)
    {
        if (Network.Rooms.Find(room, who) is not { } inside) return Missing();
        var form = request.Form;
        var told = new List<string>();
        if (Flag(form, "Hold") is { } hold && hold != inside.Hold)
        {
            inside.Hold = hold;
            told.Add(hold ? "participant-hold" : "participant-unhold");
        }
        if (Flag(form, "Muted") is { } muted && muted != inside.Muted)
        {
            inside.Muted = muted;
            told.Add(muted ? "participant-mute" : "participant-unmute");
        }
        if (Flag(form, "Coaching") is { } coaching) inside.Coaches = coaching ? Given(form, "CallSidToCoach") ?? inside.Coaches : null;
        if (Flag(form, "EndConferenceOnExit") is { } ends) inside.EndsRoom = ends;
        await inside.Call.TellAsync(inside.Tell([.. told]), cancellationToken);
        if (Given(form, "AnnounceUrl") is { } announcement) await inside.Call.AnnounceAsync(announcement, cancellationToken);
        return Results.Json(ParticipantOf(inside));
    }

    private async Task<IResult> RemoveAsync(string room, string who, CancellationToken cancellationToken)
    {
        if (Network.Rooms.Find(room, who) is not { } inside) return Missing();
        await inside.Call.SendOutAsync(cancellationToken);
        return Results.NoContent();
    }

    private async Task<IResult> CloseAsync(string room, CancellationToken cancellationToken)
    {
        if (Network.Rooms.Find(room) is not { } found) return Missing();
        foreach (var call in Network.Rooms.Close(room)) await call.LoseRoomAsync(cancellationToken);
        return Results.Json(new JsonObject { ["sid"] = found.Sid, ["friendly_name"] = found.Name, ["status"] = "completed" });
    }

    private IResult Record(string sid, HttpRequest request)
    {
        if (Network.Find(sid) is not { IsOver: false } call) return Refused(400, 21220, "Call is not in-progress.");
        return Results.Json(RecordingOf(Network.Record(call, request.Form["RecordingChannels"] == "dual" ? 2 : 1, Given(request.Form, "RecordingStatusCallback"))), statusCode: StatusCodes.Status201Created);
    }

    private IResult ChangeRecording(string sid, HttpRequest request)
    {
        if (Network.Find(sid)?.Recorder is not { Status: "in-progress" or "paused" } recording) return Missing();
        recording.Status = request.Form["Status"].ToString();
        return Results.Json(RecordingOf(recording));
    }

    private async Task<IResult> SoundAsync(string sid, CancellationToken cancellationToken)
    {
        var words = Network.Recordings.TryGetValue(sid, out var recording) ? recording.Words
            : Network.Calls.SelectMany(call => call.Log.Events).OfType<RecordingKept>().FirstOrDefault(kept => kept.Sid == sid)?.Words;
        if (words is null) return Missing();
        return await voice(words, cancellationToken) is { } sound ? Results.Bytes(sound, "audio/wav") : Refused(StatusCodes.Status501NotImplemented, 0, "espeak-ng is not installed, which gives recordings a voice.");
    }

    private IResult Send(HttpRequest request)
    {
        var form = request.Form;
        if (!Network.Text(form["To"].ToString(), form["Body"].ToString())) return Refused(400, 21610, "Attempt to send to unsubscribed recipient");
        var message = new JsonObject
        {
            ["sid"] = CallLine.NewSid("SM"), ["status"] = "queued", ["to"] = form["To"].ToString(), ["from"] = form["From"].ToString(), ["body"] = form["Body"].ToString(), ["date_created"] = Now(),
        };
        lock (write) messages.Add(message);
        return Results.Json(message.DeepClone(), statusCode: StatusCodes.Status201Created);
    }

    private JsonArray Sent(string? to, string? from)
    {
        lock (write) return [.. messages.Where(message => (string?)message["to"] == to && (string?)message["from"] == from).Reverse().Select(message => message.DeepClone())];
    }

    private JsonNode? Sent(string sid)
    {
        lock (write) return messages.Find(message => (string?)message["sid"] == sid)?.DeepClone();
    }

    private string Now() => Network.Now.ToString("r", CultureInfo.InvariantCulture);

    private static JsonObject CallOf(SimulatedCall call) => new() { ["sid"] = call.Sid, ["status"] = call.Status, ["from"] = call.From, ["to"] = call.To, ["date_created"] = call.Began.ToString("r", CultureInfo.InvariantCulture) };

    private static JsonObject ParticipantOf(Participant inside) => new()
    {
        ["call_sid"] = inside.Call.Sid, ["conference_sid"] = inside.Room.Sid, ["label"] = inside.Label, ["status"] = "connected", ["muted"] = inside.Muted, ["hold"] = inside.Hold, ["coaching"] = inside.Coaches is not null,
    };

    private static JsonObject RecordingOf(SimulatedRecording recording) => new()
    {
        ["sid"] = recording.Sid, ["call_sid"] = recording.CallSid, ["status"] = recording.Status, ["duration"] = recording.Seconds, ["channels"] = recording.Channels,
    };

    private static string? Given(IFormCollection form, string name) => form[name].ToString() is { Length: > 0 } value ? value : null;

    private static bool? Flag(IFormCollection form, string name) => form[name].ToString() switch { "true" => true, "false" => false, _ => null };

    private static IResult Missing() => Refused(StatusCodes.Status404NotFound, 20404, "The requested resource was not found");

    private static IResult Refused(int status, int code, string why) => Results.Json(new JsonObject { ["code"] = code, ["message"] = why, ["status"] = status }, statusCode: status);
}
