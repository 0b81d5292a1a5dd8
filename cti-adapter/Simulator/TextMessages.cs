using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace ServiceBot.CtiAdapter.Simulator;

/// <summary>Text messages between telephones and the application, as the company carries them.</summary>
/// <param name="webhooks">How the application is asked.</param>
/// <param name="account">Whose number is written to.</param>
/// <param name="note">Writes into the log of what happens beside calls.</param>
internal sealed class TextMessages(WebhookClient webhooks, SimulatedAccount account, Action<CallEvent> note)
{
    // The company takes these words itself, in whatever case (help.twilio.com, "Twilio support for opt-out keywords").
    private static readonly string[] StopWords = ["STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT"];
    private static readonly string[] StartWords = ["START", "YES", "UNSTOP"];

    private readonly ConcurrentDictionary<string, bool> stopped = new(StringComparer.Ordinal);

    /// <summary>Somebody writes; what the application answers at once arrives at their telephone.</summary>
    /// <param name="from">Whose telephone.</param>
    /// <param name="to">The number that is written to.</param>
    /// <param name="body">The words.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task WriteAsync(string from, string to, string body, CancellationToken cancellationToken)
    {
        note(new TextWritten(from, to, body));
        if (IsOneOf(StopWords, body)) stopped[from] = true;
        else if (IsOneOf(StartWords, body)) stopped.TryRemove(from, out _);
        var sid = CallLine.NewSid("SM");
        var request = new WebhookRequest(
            "Text message", "POST", new Uri(account.Application, "/twilio/sms"),
            [
                new("ToCountry", "KR"), new("FromCountry", "KR"), new("ApiVersion", "2010-04-01"), new("NumMedia", "0"), new("NumSegments", "1"), new("SmsStatus", "received"),
                new("SmsSid", sid), new("MessageSid", sid), new("AccountSid", account.Sid), new("To", to), new("From", from), new("Body", body),
            ],
            WantsDocument: true, CallLine.NewSid(""));
        var reply = await webhooks.SendAsync(request, cancellationToken);
        var (reading, fault) = Read(reply);
        ImmutableArray<string> warnings = stopped.ContainsKey(from) ? [.. reading?.Warnings ?? [], $"21610: '{from}' has sent a word that stops messages; START allows them again"] : reading?.Warnings ?? [];
        note(new WebhookAnswered(request.Why, request.Method, request.Url.AbsoluteUri, request.Parameters, reply.Status, reply.Milliseconds, reading?.Pretty, warnings, fault));
        foreach (var message in reading?.Messages ?? []) Deliver(message.To.Length > 0 ? message.To : from, message.Body);
    }

    /// <summary>A message arrives at a telephone.</summary>
    /// <returns>False where whoever it belongs to wants no more of them (error 21610).</returns>
    public bool Deliver(string to, string body)
    {
        if (stopped.ContainsKey(to)) return false;
        note(new TextDelivered(to, body));
        return true;
    }

    private static bool IsOneOf(string[] words, string body) => words.Contains(body.Trim(), StringComparer.OrdinalIgnoreCase);

    private static (MessagingReading? Reading, string? Fault) Read(WebhookReply reply)
    {
        if (reply.Fault is not null || reply.Body.Length == 0) return (null, reply.Fault);
        try
        {
            return (TwimlReader.ReadMessages(reply.Body), null);
        }
        catch (TwimlException unreadable)
        {
            return (null, unreadable.Message);
        }
    }
}

/// <summary>A document that answers a text message (twilio.com/docs/messaging/twiml).</summary>
/// <param name="Messages">In order.</param>
/// <param name="Warnings">What was skipped, with the company's code.</param>
/// <param name="Pretty">The document with one element a line.</param>
internal sealed record MessagingReading(ImmutableArray<TextReply> Messages, ImmutableArray<string> Warnings, string Pretty);

/// <summary>One message of such a document.</summary>
/// <param name="To">The number that is named, or empty for whoever wrote.</param>
/// <param name="Body">The words.</param>
internal sealed record TextReply(string To, string Body)
{
    /// <summary>Reads it. Pictures may stand beside the words; the telephones here show none.</summary>
    public static TextReply Read(TwimlElement message)
    {
        var to = message.Text("to", "");
        message.Finish("from", "action", "method", "statusCallback");
        var bodies = message.Children("Body", "Media").Where(child => child.Name == "Body").Select(body => body.Content).ToArray();
        return new TextReply(to, bodies.Length > 0 ? string.Concat(bodies) : message.Content);
    }
}
