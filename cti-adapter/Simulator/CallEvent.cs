using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace ServiceBot.CtiAdapter.Simulator;

/// <summary>One thing that happened to a simulated call, in order.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(StatusChanged), "status")]
[JsonDerivedType(typeof(CallerDid), "caller")]
[JsonDerivedType(typeof(WebhookAnswered), "webhook")]
[JsonDerivedType(typeof(CallerHears), "hears")]
[JsonDerivedType(typeof(NetworkListens), "listens")]
[JsonDerivedType(typeof(TextDelivered), "text")]
[JsonDerivedType(typeof(TextWritten), "wrote")]
[JsonDerivedType(typeof(RecordingKept), "recording")]
[JsonDerivedType(typeof(PhoneRings), "rings")]
[JsonDerivedType(typeof(FramePassed), "frame")]
public abstract record CallEvent
{
    /// <summary>From 1, without gaps.</summary>
    public int Number { get; init; }
    /// <summary>When, by the shop's clock.</summary>
    public DateTimeOffset At { get; init; }
}

/// <summary>The call's status is another: ringing, in-progress, completed, busy, no-answer, canceled, failed.</summary>
public sealed record StatusChanged(string Status) : CallEvent;

/// <summary>Somebody did something.</summary>
/// <param name="Act">What.</param>
/// <param name="Unheard">It had no effect: nothing listens to it now.</param>
public sealed record CallerDid(CallerAct Act, bool Unheard) : CallEvent;

/// <summary>The application was asked, and what it answered.</summary>
/// <param name="Why">What for, such as <c>Gather action</c>.</param>
/// <param name="Method">POST or GET.</param>
/// <param name="Url">The whole address.</param>
/// <param name="Parameters">What was told, the standard set too.</param>
/// <param name="Status">The HTTP status, or null where no answer came.</param>
/// <param name="Milliseconds">How long it took.</param>
/// <param name="Document">The document, one element a line, or null where none was wanted or none came.</param>
/// <param name="Warnings">What the network skipped.</param>
/// <param name="Fault">Why the network could not go on with it, with the company's code, or null.</param>
public sealed record WebhookAnswered(
    string Why, string Method, string Url, ImmutableArray<Parameter> Parameters, int? Status, long Milliseconds, string? Document, ImmutableArray<string> Warnings, string? Fault) : CallEvent
{
    /// <summary>The turn behind the answer, where somebody looked.</summary>
    public TurnBehind? Turn { get; init; }
}

/// <summary>The caller hears this, in order.</summary>
public sealed record CallerHears(ImmutableArray<Heard> Sounds) : CallEvent;

/// <summary>The network waits for somebody.</summary>
public sealed record NetworkListens(Listening Listening) : CallEvent;

/// <summary>The bot calls somebody, whose telephone rings.</summary>
/// <param name="Sid">The call.</param>
/// <param name="From">The number that is shown.</param>
/// <param name="To">The number that is called.</param>
public sealed record PhoneRings(string Sid, string From, string To) : CallEvent;

/// <summary>A text message arrived at a telephone.</summary>
public sealed record TextDelivered(string To, string Body) : CallEvent;

/// <summary>Somebody wrote the application a text message.</summary>
/// <param name="From">Whose telephone.</param>
/// <param name="To">The number that was written to.</param>
/// <param name="Body">What was written.</param>
public sealed record TextWritten(string From, string To, string Body) : CallEvent;

/// <summary>Words of the caller were recorded.</summary>
/// <param name="Sid">RE and 32 hexadecimal digits.</param>
/// <param name="Url">Where the company's REST interface keeps it.</param>
/// <param name="Words">What was said.</param>
/// <param name="Seconds">How long.</param>
public sealed record RecordingKept(string Sid, string Url, string Words, int Seconds) : CallEvent;

/// <summary>Something went over the socket of a relayed call.</summary>
/// <param name="FromBot">Whether the application said it.</param>
/// <param name="Json">The frame.</param>
public sealed record FramePassed(bool FromBot, string Json) : CallEvent
{
    /// <summary>The turn behind it, where somebody looked.</summary>
    public TurnBehind? Turn { get; init; }
}
