using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Caching.Memory;
using ServiceBot.CtiAdapter.Calls;

namespace ServiceBot.CtiAdapter.Webhooks;

/// <summary>
/// POST /twilio/voice/partial: what is heard while the caller still speaks. It saves a question where recognition has no final result: then the words that
/// were stable count, as heard nobody knows how surely, and the caller is not taken for silent. They are remembered by the node that was told, for a minute;
/// told late, twice, out of order or to another node, they change nothing.
/// </summary>
internal sealed class PartialResults : IDisposable
{
    private const int LongestWords = 1_000;
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(1);

    private readonly CallAddresses addresses;
    private readonly MemoryCache heard = new(new MemoryCacheOptions { SizeLimit = 10_000 });
    private readonly Lock write = new();

    public PartialResults(CallAddresses addresses) => this.addresses = addresses;

    /// <summary>Takes what was heard so far.</summary>
    public IResult Post(HttpContext http, string? s)
    {
        var request = SignedByTwilio.Of(http);
        var words = request["StableSpeechResult"].Trim();
        var number = int.TryParse(request["SequenceNumber"], NumberStyles.None, CultureInfo.InvariantCulture, out var told) ? told : 0;
        if (words.Length is > 0 and <= LongestWords && addresses.Open(request.CallSid, s ?? "") is { } state) Keep(state.EventOf(request.CallSid), number, words);
        return TypedResults.NoContent();
    }

    /// <summary>What was stable of the answer to a question, or null.</summary>
    public string? Of(string callSid, CallState state) => heard.TryGetValue(state.EventOf(callSid), out Partial? partial) ? partial?.Words : null;

    /// <summary>Forgets all.</summary>
    public void Dispose() => heard.Dispose();

    private void Keep(string answer, int number, string words)
    {
        lock (write)
        {
            if (heard.TryGetValue(answer, out Partial? known) && known?.Number >= number) return;
            heard.Set(answer, new Partial(number, words), new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Remembered });
        }
    }

    private sealed record Partial(int Number, string Words);
}
