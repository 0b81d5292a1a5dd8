using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace ServiceBot.CtiAdapter.Rest;

/// <summary>How the company writes.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(ErrorBody))]
[JsonSerializable(typeof(CallResource))]
[JsonSerializable(typeof(CallPage))]
[JsonSerializable(typeof(ConferencePage))]
[JsonSerializable(typeof(ConferenceResource))]
[JsonSerializable(typeof(ParticipantResource))]
[JsonSerializable(typeof(ParticipantPage))]
[JsonSerializable(typeof(RecordingResource))]
[JsonSerializable(typeof(RecordingPage))]
[JsonSerializable(typeof(QueueResource))]
[JsonSerializable(typeof(QueuePage))]
[JsonSerializable(typeof(QueueMemberResource))]
[JsonSerializable(typeof(MessageResource))]
[JsonSerializable(typeof(MessagePage))]
internal sealed partial class RestJson : JsonSerializerContext;

/// <summary>What is told when something is refused.</summary>
internal sealed record ErrorBody(int Code, string Message);

/// <summary>A call.</summary>
/// <param name="Sid">CA and 32 hexadecimal digits.</param>
/// <param name="Status">queued, ringing, in-progress, completed, busy, failed, no-answer or canceled.</param>
/// <param name="From">Who calls.</param>
/// <param name="To">Who is called.</param>
/// <param name="DateCreated">When it was asked for, as in RFC 2822.</param>
public sealed record CallResource(string Sid, string? Status, string? From, string? To, string? DateCreated);

internal sealed record CallPage(ImmutableArray<CallResource> Calls);

/// <summary>A conference.</summary>
/// <param name="Sid">CF and 32 hexadecimal digits.</param>
/// <param name="FriendlyName">As we named it.</param>
/// <param name="Status">init, in-progress or completed.</param>
public sealed record ConferenceResource(string Sid, string? FriendlyName, string? Status);

internal sealed record ConferencePage(ImmutableArray<ConferenceResource> Conferences);

/// <summary>Somebody in a conference.</summary>
/// <param name="CallSid">Their call.</param>
/// <param name="ConferenceSid">The conference.</param>
/// <param name="Label">As we labelled them, or null.</param>
/// <param name="Status">queued, ringing, connected, complete and the like.</param>
/// <param name="Muted">Nobody hears them.</param>
/// <param name="Hold">They hear music.</param>
/// <param name="Coaching">They are heard by one participant only.</param>
public sealed record ParticipantResource(string CallSid, string? ConferenceSid, string? Label, string? Status, bool Muted, bool Hold, bool Coaching);

internal sealed record ParticipantPage(ImmutableArray<ParticipantResource> Participants);

/// <summary>A recording.</summary>
/// <param name="Sid">RE and 32 hexadecimal digits.</param>
/// <param name="CallSid">The call, or null.</param>
/// <param name="Status">in-progress, paused, stopped, processing, completed or absent.</param>
/// <param name="Duration">Seconds, or null while it runs.</param>
/// <param name="Channels">1, or 2 where caller and agent lie apart.</param>
public sealed record RecordingResource(string Sid, string? CallSid, string? Status, int? Duration, int? Channels);

internal sealed record RecordingPage(ImmutableArray<RecordingResource> Recordings);

/// <summary>A queue of waiting calls.</summary>
/// <param name="Sid">QU and 32 hexadecimal digits.</param>
/// <param name="FriendlyName">As we named it.</param>
/// <param name="CurrentSize">How many wait.</param>
/// <param name="AverageWaitTime">Seconds.</param>
public sealed record QueueResource(string Sid, string? FriendlyName, int CurrentSize, int AverageWaitTime);

internal sealed record QueuePage(ImmutableArray<QueueResource> Queues);

/// <summary>A call that waits in a queue.</summary>
/// <param name="CallSid">The call.</param>
/// <param name="Position">From 1.</param>
/// <param name="WaitTime">Seconds.</param>
public sealed record QueueMemberResource(string CallSid, int Position, int WaitTime);

/// <summary>A text message.</summary>
/// <param name="Sid">SM and 32 hexadecimal digits.</param>
/// <param name="Status">queued, sending, sent, delivered, undelivered or failed.</param>
/// <param name="From">Who sends.</param>
/// <param name="To">Who gets it.</param>
/// <param name="Body">Its words.</param>
/// <param name="DateCreated">When it was asked for, as in RFC 2822.</param>
public sealed record MessageResource(string Sid, string? Status, string? From, string? To, string? Body, string? DateCreated);

internal sealed record MessagePage(ImmutableArray<MessageResource> Messages);
