using Microsoft.AspNetCore.Http.HttpResults;
using ServiceBot.CtiAdapter.Simulator;

namespace ServiceBot.Bot.Telephone.Simulator;

/// <summary><c>GET /phone/api/calls/{sid}/recordings/{recording}</c>: what was recorded, to be heard.</summary>
internal static class RecordingEndpoint
{
    /// <summary>Answers a WAV file; 404 where there is no such recording, 501 where this machine has no voice for it.</summary>
    public static async Task<Results<FileContentHttpResult, NotFound, ProblemHttpResult>> Get(string sid, string recording, PhoneNetwork network, CancellationToken stop)
    {
        if (network.Find(sid)?.Log.Events.OfType<RecordingKept>().FirstOrDefault(kept => kept.Sid == recording) is not { } found) return TypedResults.NotFound();
        return await EspeakVoice.ReadAsync(found.Words, stop) is { } sound
            ? TypedResults.Bytes(sound, "audio/wav")
            : TypedResults.Problem("espeak-ng is not installed, which gives the caller a voice.", statusCode: StatusCodes.Status501NotImplemented);
    }
}
