using System.Collections.Immutable;
using Microsoft.Extensions.Options;
using ServiceBot.CtiAdapter.Calls;
using ServiceBot.CtiAdapter.Twiml;
using ServiceBot.CtiAdapter.Vru;

namespace ServiceBot.CtiAdapter.Relay;

/// <summary>The document that gives a call to a socket of ours, and takes it back when that ends, however it does.</summary>
internal sealed class RelayDocument(CallAddresses addresses, IOptions<TwilioOptions> options)
{
    /// <summary>The parameter that holds the call's state, sealed.</summary>
    public const string State = "state";
    private static readonly string[] Providers = ["Polly", "Google"];

    /// <summary>Whether calls are relayed.</summary>
    public bool IsOn => options.Value.Relay == "on";

    /// <summary>Writes it.</summary>
    /// <param name="callSid">The call.</param>
    /// <param name="state">With which the call begins.</param>
    /// <param name="host">Host and port of the request, where no public address is set.</param>
    public VoiceResponse Of(string callSid, CallState state, string host)
    {
        var known = options.Value.PublicBaseUrl;
        var socket = known.Length == 0 ? $"wss://{host}/twilio/relay" : $"wss{known[known.IndexOf(':', StringComparison.Ordinal)..]}/twilio/relay";
        var ended = addresses.To("relay/ended", callSid, state);
        var voice = state.Locale == Voices.Korean ? options.Value.KoreanVoice : options.Value.EnglishVoice;
        var provider = Providers.FirstOrDefault(name => voice.StartsWith($"{name}.", StringComparison.Ordinal));
        return new(
        [
            new Connect(new ConversationRelay(socket)
            {
                Language = state.Locale, TtsProvider = provider switch { "Polly" => "Amazon", { } other => other, null => null }, Voice = provider is null ? voice : voice[(provider.Length + 1)..],
                Interruptible = "any", DtmfDetection = true,
                Parameters = ImmutableSortedDictionary<string, string>.Empty.Add(State, ended[(ended.IndexOf("?s=", StringComparison.Ordinal) + 3)..]),
            }) { Action = ended },
        ]);
    }
}
