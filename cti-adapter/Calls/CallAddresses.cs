using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;
using ServiceBot.CtiAdapter.Queueing;

namespace ServiceBot.CtiAdapter.Calls;

/// <summary>The addresses to which a call's documents send their answers: each holds the call's state, sealed with our own token and bound to the call, so that nobody can guess one.</summary>
internal sealed class CallAddresses(IOptions<TwilioOptions> options)
{
    private const int SealLength = 16;
    // No call has such an id.
    private const string QueuedBinding = "queue";

    /// <summary>An address without a state.</summary>
    public string To(string path) => $"{options.Value.PublicBaseUrl}/twilio/{path}";

    /// <summary>The address of the answer to a document.</summary>
    public string To(string path, string callSid, CallState state)
    {
        var content = JsonSerializer.SerializeToUtf8Bytes(state, CallStateJson.Default.CallState);
        return $"{To(path)}?s={Base64Url.EncodeToString(content)}.{Base64Url.EncodeToString(Seal(options.Value.AuthTokens[0], callSid, content))}";
    }

    /// <summary>An address about somebody in the queue and one ring of an agent for them; whatever call asks it.</summary>
    public string To(string path, QueuedCall call)
    {
        var content = string.Create(CultureInfo.InvariantCulture, $"{call.Id}.{call.Rings}");
        return $"{To(path)}?q={content}.{Base64Url.EncodeToString(Seal(options.Value.AuthTokens[0], QueuedBinding, Encoding.UTF8.GetBytes(content)))}";
    }

    /// <summary>Whom such an address is about: the entry's id, and the number of the ring.</summary>
    /// <returns>Null where it is none of ours.</returns>
    public (string Id, int Ring)? OpenQueued(string sealedEntry)
    {
        if (sealedEntry.Split('.') is not [var id, var number, var seal] || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var ring) || !TryDecode(seal, out var given)) return null;
        return IsOurs(given, QueuedBinding, Encoding.UTF8.GetBytes($"{id}.{number}")) ? (id, ring) : null;
    }

    /// <summary>The state in an address.</summary>
    /// <returns>Null where it is none of ours, or another call's: the call is then begun anew.</returns>
    public CallState? Open(string callSid, string sealedState)
    {
        if (sealedState.Split('.') is not [var content, var seal] || !TryDecode(content, out var json) || !TryDecode(seal, out var given)) return null;
        return IsOurs(given, callSid, json) ? JsonSerializer.Deserialize(json, CallStateJson.Default.CallState) : null;
    }

    private bool IsOurs(byte[] given, string callSid, byte[] content)
    {
        var known = false;
        foreach (var token in options.Value.AuthTokens) known |= CryptographicOperations.FixedTimeEquals(given, Seal(token, callSid, content));
        return known;
    }

    private static byte[] Seal(string token, string callSid, byte[] content)
    {
        byte[] bound = [.. Encoding.UTF8.GetBytes($"call:{callSid}:"), .. content];
        return HMACSHA256.HashData(Encoding.UTF8.GetBytes(token), bound)[..SealLength];
    }

    private static bool TryDecode(string text, out byte[] bytes)
    {
        var valid = Base64Url.IsValid(text);
        bytes = valid ? Base64Url.DecodeFromChars(text) : [];
        return valid;
    }
}
