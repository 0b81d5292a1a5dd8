using ServiceBot.CtiAdapter.Queueing;
using ServiceBot.CtiAdapter.Vru;
using ServiceBot.Dialogs.Policies;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.CtiAdapter.Calls;

/// <summary>
/// Begins and ends calls. A call is a conversation of its own; but whoever was cut off in the middle of something and calls back soon goes on with that one.
/// One that is open on a page as well is not taken up by its number: whoever has the page could read along with whoever calls. The dialogs offer it once it is proven who calls.
/// </summary>
internal sealed class IncomingCalls(ITurns turns, IContextStore conversations, IQueuedCalls queue, AgentTalks talks, ICallerNotes notes, CallerKey keys, ShopPolicy policy, TimeProvider clock)
{
    // After that, what was begun on the telephone is asked anew; cases and orders remember the rest.
    private static readonly TimeSpan Resumable = TimeSpan.FromHours(12);

    /// <summary>The state with which a call begins, and what begins it. The same call again gives the same.</summary>
    public async Task<(CallState State, TurnInput Input)> BeginAsync(string callSid, string from, CancellationToken cancellationToken)
    {
        var caller = keys.Of(from);
        var note = caller is null ? null : await notes.FindAsync(caller, cancellationToken);
        var own = ConversationOf(callSid);
        var now = clock.GetUtcNow();
        var conversation = note switch
        {
            null => own,
            _ when note.CallSid == callSid => note.Conversation,
            { WasCut: true } when now - note.At < Resumable && !await IsOnPageAsync(note.Conversation, cancellationToken) => note.Conversation,
            _ => own,
        };
        if (caller is not null && note?.CallSid != callSid)
            await notes.KeepAsync(caller, new CallerNote(callSid, conversation, now) { Locale = note?.Locale }, cancellationToken);
        var state = new CallState(conversation, 0) { Locale = note?.Locale ?? Voices.Of(policy.Language), Keys = new(KeyKind.None) { OffersLanguage = note?.Locale is null } };
        return (state, conversation == own ? new Started() : new Returned());
    }

    /// <summary>A call has ended, however it did. Told late, twice or of an older call than the last, it changes nothing.</summary>
    public async Task EndAsync(string callSid, string from, CancellationToken cancellationToken)
    {
        var caller = keys.Of(from);
        var note = caller is null ? null : await notes.FindAsync(caller, cancellationToken);
        if (note is not null && note.CallSid != callSid) return;
        var conversation = note?.Conversation ?? ConversationOf(callSid);
        var keepsPlace = await talks.CallerGoneAsync(await queue.FindAsync(callSid, cancellationToken), cancellationToken);
        var left = new Turn(conversation, EndOf(callSid), VoiceChannel.Value, new Left { KeepsPlace = keepsPlace }, clock.GetUtcNow());
        var result = await turns.RunAsync(left, cancellationToken);
        if (result.Context?.ContinuedIn is { } other) result = await turns.RunAsync(left with { ConversationId = other }, cancellationToken);
        if (caller is null || note is null || result.Context is not { } context) return;
        await notes.KeepAsync(caller, note with
        {
            At = clock.GetUtcNow(),
            Locale = Voices.Of(context.Language),
            // Whoever waits for a person, or talks to one, is that person's to call back.
            WasCut = context is { Stack.Count: > 0, Owner: null } && context.Id == conversation,
        }, cancellationToken);
    }

    private async Task<bool> IsOnPageAsync(string conversation, CancellationToken cancellationToken) =>
        (await conversations.LoadAsync(conversation, VoiceChannel.Value.Name, "", cancellationToken)).Context?.Channels.Values.Any(attached => attached.Channel.Mirrors) == true;

    /// <summary>The event that ends a call.</summary>
    public static string EndOf(string callSid) => $"{callSid}:end";

    private static string ConversationOf(string callSid) => $"call-{callSid}";
}
