using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.ShopFacts;
using ServiceBot.Dialogs.Understanding;

namespace ServiceBot.Dialogs.Turns;

/// <summary>All that a live conversation knows; small, versioned, and written whole at each commit. Members have setters, since the generated reader would else drop their defaults where an older document lacks them.</summary>
public sealed class ConversationContext
{
    /// <summary>The shape of this document; readers accept the previous and the next one.</summary>
    public int Schema { get; set; } = 1;
    /// <summary>Which writing of this version it is, where the store tells: one that lost its newest turns counts their versions again. No part of the document.</summary>
    [JsonIgnore]
    public string? Writing { get; set; }
    /// <summary>What this node read of the shop for the turn before, as long as it remembers. No part of the document.</summary>
    [JsonIgnore]
    public ImmutableArray<KnownFact> Known { get; set; } = [];
    /// <summary>The conversation's id.</summary>
    public required string Id { get; init; }
    /// <summary>Counts the commits, from 1.</summary>
    public long Version { get; set; }
    /// <summary>The sequence of the newest log entry.</summary>
    public long LastSequence { get; set; }
    /// <summary>The time of the newest log entry; the next is later.</summary>
    public DateTimeOffset LastEntryAt { get; set; }
    /// <summary>The language in which the customer is answered.</summary>
    public SpokenLanguage Language { get; set; }
    /// <summary>Whether the customer asked for that language, so that a foreign word does not change it.</summary>
    public bool LanguageChosen { get; set; }
    /// <summary>Whether the bot has said what it is and how to reach a person.</summary>
    public bool Greeted { get; set; }
    /// <summary>Who it is, as far as <see cref="Assurance"/> goes.</summary>
    public string? CustomerId { get; set; }
    /// <summary>The name to address the customer by; personal.</summary>
    public string? CustomerName { get; set; }
    /// <summary>How sure that is.</summary>
    public Assurance Assurance { get; set; }
    /// <summary>Failed proofs of identity; they end at a person.</summary>
    public int Strikes { get; set; }
    /// <summary>The dialogs under way; the last one speaks.</summary>
    public List<DialogFrame> Stack { get; set; } = [];
    /// <summary>Intents that wait for their turn, in order.</summary>
    public List<WaitingIntent> Waiting { get; set; } = [];
    /// <summary>What was asked last, on whatever channel.</summary>
    public Prompt? Asked { get; set; }
    /// <summary>Answers in a row that could not be used.</summary>
    public int Misses { get; set; }
    /// <summary>Silences in a row.</summary>
    public int Silences { get; set; }
    /// <summary>Everything on this line that could not be used, whatever the reason; too much of it ends at a person.</summary>
    public int Stumbles { get; set; }
    /// <summary>What was heard too faintly to act on, while the customer is asked whether that was it. Personal.</summary>
    public DoubtedWords? Doubted { get; set; }
    /// <summary>Who it was before the line was cut; whoever returns must prove to be the same to find things as they were.</summary>
    public string? CustomerBefore { get; set; }
    /// <summary>Clarifications between intents in a row.</summary>
    public int Clarifications { get; set; }
    /// <summary>How the customer felt, turn by turn, newest last, at most ten.</summary>
    public List<Mood> Moods { get; set; } = [];
    /// <summary>An effect that was committed and whose outcome has not come yet.</summary>
    public CommittedEffect? Committing { get; set; }
    /// <summary>Times at which the conversation is to be woken.</summary>
    public List<Wake> Wakes { get; set; } = [];
    /// <summary>Receipts given in this conversation, oldest first.</summary>
    public List<Receipt> Receipts { get; set; } = [];
    /// <summary>Counts the frames that were ever opened, so that each has its own number.</summary>
    public int Frames { get; set; }
    /// <summary>What the customer said, newest last, at most twenty; goes along with a case. Personal.</summary>
    public List<string> Said { get; set; } = [];
    /// <summary>Ids of photographs that came before anybody asked for them.</summary>
    public List<string> Photos { get; set; } = [];
    /// <summary>Where the customer said to be reached: digits of a telephone number, or an e-mail address; null while nothing was said. Personal.</summary>
    public string? Contact { get; set; }
    /// <summary>How often the customer was warned not to abuse the agent; 0 again once the conversation with agents was ended for it.</summary>
    public int Warnings { get; set; }
    /// <summary>The grave matters for which a person was brought, as triggers; each brings one once.</summary>
    public List<string> Grave { get; set; } = [];
    /// <summary>Whether satisfaction was asked for since the last receipt.</summary>
    public bool SatisfactionAsked { get; set; }
    /// <summary>The channels that take part, by name; replies go to the channel that asked.</summary>
    public SortedDictionary<string, AttachedChannel> Channels { get; set; } = new(StringComparer.Ordinal);

    /// <summary>The name of the channel that was used last; what the machine says by itself goes there.</summary>
    public string? LastChannel { get; set; }

    /// <summary>The sequence of the newest message that has to be brought to its channel (<see cref="Channel.IsPushed"/>) and went along with no answer; 0 where none was said yet.</summary>
    public long ToDeliver { get; set; }

    /// <summary>The conversation with which the customer goes on instead of this one; null where that is this one.</summary>
    public string? ContinuedIn { get; set; }

    /// <summary>Who answers the customer; null while it is the bot.</summary>
    public Ownership? Owner { get; set; }

    /// <summary>What the channel of a turn asked last: the customer's "2" means what that menu said, even where another channel has gone on since.</summary>
    public Prompt? AskedOn(Turn turn) => turn.Answers ??
        (Asked is { } newest && !turn.Channel.Mirrors && !(turn.Shown >= newest.At) && Channels.GetValueOrDefault(turn.Channel.Name)?.Asked is { } own ? own : Asked);

    /// <summary>The dialog that speaks, or null where none is under way.</summary>
    [JsonIgnore]
    public DialogFrame? Top => Stack.Count == 0 ? null : Stack[^1];

    /// <summary>Whether it is the conversation of somebody who has proven who they are.</summary>
    public bool IsOf(string customerId) => CustomerId == customerId && Assurance >= Assurance.Verified;

    /// <summary>A copy that can be changed without changing this.</summary>
    public ConversationContext Copy() => new()
    {
        Schema = Schema, Writing = Writing, Known = Known, Id = Id, Version = Version, LastSequence = LastSequence, LastEntryAt = LastEntryAt, Language = Language,
        LanguageChosen = LanguageChosen, Greeted = Greeted, CustomerId = CustomerId, CustomerName = CustomerName, Assurance = Assurance,
        Strikes = Strikes, Stack = Stack.ConvertAll(frame => frame.Copy()), Waiting = [.. Waiting], Asked = Asked, Misses = Misses,
        Silences = Silences, Clarifications = Clarifications, Moods = [.. Moods], Committing = Committing, Wakes = [.. Wakes],
        Receipts = [.. Receipts], Frames = Frames, Said = [.. Said], Photos = [.. Photos], Contact = Contact, SatisfactionAsked = SatisfactionAsked,
        Stumbles = Stumbles, Doubted = Doubted, CustomerBefore = CustomerBefore,
        Channels = new(Channels, StringComparer.Ordinal), LastChannel = LastChannel, ToDeliver = ToDeliver, ContinuedIn = ContinuedIn, Owner = Owner, Warnings = Warnings, Grave = [.. Grave],
    };
}

/// <summary>One dialog under way.</summary>
public sealed class DialogFrame
{
    /// <summary>Its number within the conversation.</summary>
    public required int Number { get; init; }
    /// <summary>The dialog's name in the catalog.</summary>
    public required string Dialog { get; init; }
    /// <summary>The state, by its name.</summary>
    public required string State { get; set; }
    /// <summary>What is known, by slot.</summary>
    public SortedDictionary<string, SlotValue> Slots { get; set; } = new(StringComparer.Ordinal);
    /// <summary>What was said to this dialog, understood; what a later state needs is taken from here, so that nothing is asked twice.</summary>
    public List<Recognition> Heard { get; set; } = [];
    /// <summary>The slots that the customer answered, in order; going back forgets the last.</summary>
    public List<string> Answered { get; set; } = [];
    /// <summary>How often something was corrected.</summary>
    public int Corrections { get; set; }
    /// <summary>The number of the frame that called this one and waits for its end, or null.</summary>
    public int? CalledBy { get; set; }
    /// <summary>Whether the dialog was interrupted, so that it offers to go on.</summary>
    public bool Interrupted { get; set; }

    internal DialogFrame Copy() => new()
    {
        Number = Number, Dialog = Dialog, State = State, Slots = new(Slots, StringComparer.Ordinal), Heard = [.. Heard], Answered = [.. Answered],
        Corrections = Corrections, CalledBy = CalledBy, Interrupted = Interrupted,
    };
}

/// <summary>An intent that waits, with the words it came in.</summary>
public sealed record WaitingIntent(string Intent, Recognition Heard);

/// <summary>An effect that was committed.</summary>
/// <param name="Key">Its key: the same effect never runs twice under it.</param>
/// <param name="Effect">What to do.</param>
/// <param name="At">When it was committed.</param>
/// <param name="Frame">The number of the frame that waits for the outcome; 0 where none does.</param>
public sealed record CommittedEffect(string Key, Effect Effect, DateTimeOffset At, int Frame)
{
    /// <summary>The sequence of the log entry that asked for it, or null where none did; its outcome answers that.</summary>
    public long? ReplyTo { get; init; }

    /// <summary>Whether no dialog waits for it: the desk's own books, of whose outcome the customer hears nothing.</summary>
    [JsonIgnore]
    public bool IsBookkeeping => Frame == 0;

    /// <summary>
    /// Commits an effect in the commit that comes next. Its key says where it was wished and what: should the conversation forget this commit and come
    /// by here again, the same wish gets the same key and is done once, and another wish is not taken for it.
    /// </summary>
    /// <param name="context">The conversation, as it is before that commit.</param>
    /// <param name="effect">What to do.</param>
    /// <param name="at">The time of the turn.</param>
    /// <param name="frame">The number of the frame that waits for the outcome; 0 where none does.</param>
    public static CommittedEffect For(ConversationContext context, Effect effect, DateTimeOffset at, int frame) =>
        new($"{context.Id}/{frame}/{context.Version + 1}/{ShortHashOf(effect)}", effect, at, frame);

    private static string ShortHashOf(Effect effect) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(effect, TurnsJson.Default.Effect)))[..12];
}

/// <summary>A time at which the conversation is to be woken.</summary>
public sealed record Wake(string Name, DateTimeOffset At);

/// <summary>What was asked: how it was said, and what it waits for.</summary>
/// <param name="Dialog">The dialog that asked.</param>
/// <param name="State">The state in which it rests.</param>
/// <param name="Expecting">What is waited for.</param>
/// <param name="Attempt">0 at first, then the rungs of the ladder.</param>
public sealed record Prompt(string Dialog, string State, Expectation Expecting, int Attempt)
{
    /// <summary>The sequence of the log entry that asked it.</summary>
    public long At { get; init; }
    /// <summary>Hash of what it read back, or null where it is no read-back; a yes binds only to that.</summary>
    public string? ReadBack { get; init; }

    /// <summary>This prompt, where the store has lost what was asked after it: nobody knows what the customer read last, so that a yes does not bind.</summary>
    internal Prompt Forgotten() => ReadBack is null ? this : this with { ReadBack = "" };

    /// <summary>Whether an answer to this one means the same to the other.</summary>
    public bool AsksTheSame(Prompt other) =>
        Dialog == other.Dialog && State == other.State && ReadBack == other.ReadBack && Expecting.Slot == other.Expecting.Slot && Expecting.Kind == other.Expecting.Kind
        && Expecting.Options.Select(option => option.Value).SequenceEqual(other.Expecting.Options.Select(option => option.Value), StringComparer.Ordinal);
}

/// <summary>Words that speech recognition was not sure of, and the question that they answered.</summary>
/// <param name="Heard">What they were understood to mean.</param>
/// <param name="Asked">What was asked, or null.</param>
/// <param name="ByKeyOnly">Whether only a key confirms them, since they bind and nobody knows how surely they were heard.</param>
public sealed record DoubtedWords(Recognition Heard, Prompt? Asked, bool ByKeyOnly);

/// <summary>A channel that takes part. How far its reader has come is known where it is read: by the client's watermark, or the mark of delivery.</summary>
/// <param name="Channel">Its name and abilities.</param>
/// <param name="From">The customer's address there; personal.</param>
/// <param name="Locale">The locale that it told, or null.</param>
public sealed record AttachedChannel(Channel Channel, string? From, string? Locale)
{
    /// <summary>What was asked last on this channel; null where nothing was yet.</summary>
    public Prompt? Asked { get; init; }
}
