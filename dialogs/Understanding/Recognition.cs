using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Dialogs.Understanding;

/// <summary>Turns words into what they mean; an edge, so that a learned classifier may stand in for patterns.</summary>
public interface IUnderstanding
{
    /// <summary>Understands one utterance. Pure and deterministic: the same words, listening and model give the same recognition.</summary>
    /// <param name="text">What the customer wrote or what speech recognition heard, at most 4,000 characters are read.</param>
    /// <param name="listening">What the conversation is waiting for.</param>
    Recognition Recognize(string text, Listening listening);
}

/// <summary>What guides understanding: the state of the conversation, as far as words need it.</summary>
/// <param name="Now">The shop's local time, against which dates are read.</param>
/// <param name="Language">The customer's language so far, kept where the words do not decide.</param>
/// <param name="Expecting">What the last question waits for.</param>
public sealed record Listening(DateTimeOffset Now, SpokenLanguage Language, Expectation Expecting);

/// <summary>What an utterance was understood to mean.</summary>
/// <param name="Text">The words as understanding saw them: NFC, trimmed, one space between words. Personal as understanding gives it; the pipeline masks it before anything else sees it.</param>
/// <param name="Language">The language of this utterance.</param>
public sealed record Recognition(string Text, SpokenLanguage Language)
{
    /// <summary>What the customer may want, best first. Two of one utterance that are wanted one after the other carry rising <see cref="IntentCandidate.Part"/>.</summary>
    public ImmutableArray<IntentCandidate> Intents { get; init; } = [];

    /// <summary>Values found in the words, by position.</summary>
    public ImmutableArray<Entity> Entities { get; init; } = [];

    /// <summary>What the customer does to the conversation itself: repeats, cancels, asks for a person.</summary>
    public ImmutableArray<DialogAct> Acts { get; init; } = [];

    /// <summary>Yes or no to the question that was asked, where the words say so.</summary>
    public YesNo? Answer { get; init; }

    /// <summary>Which of the expected options were meant, as indexes into <see cref="Expectation.Options"/>; empty where none.</summary>
    public ImmutableArray<int> Chosen { get; init; } = [];

    /// <summary>Expected options between which the words do not decide (two lines that differ only in a colour that was not said); empty where nothing is open.</summary>
    public ImmutableArray<int> Candidates { get; init; } = [];

    /// <summary>How the customer feels, by this utterance alone.</summary>
    public Mood Mood { get; init; }

    /// <summary>Whether the words ask something rather than tell.</summary>
    public bool IsQuestion { get; init; }

    /// <summary>The entities of one type, by position.</summary>
    public IEnumerable<Entity> Of(EntityType type) => Entities.Where(entity => entity.Type == type);
}

/// <summary>One thing that the customer may want.</summary>
/// <param name="Intent">Its name, such as <c>return</c> or <c>order.status</c>; see <see cref="Intents"/>.</param>
/// <param name="Confidence">0 to 1; above <see cref="Accept"/> it is taken, above <see cref="Ask"/> it is asked about.</param>
/// <param name="Part">Which request of the utterance it belongs to, from 0.</param>
public sealed record IntentCandidate(string Intent, double Confidence, int Part = 0)
{
    /// <summary>Confidence from which an intent is taken without asking.</summary>
    public const double Accept = 0.7;

    /// <summary>Confidence from which an intent is offered in a clarification.</summary>
    public const double Ask = 0.35;
}

/// <summary>A value found in the words; the shape of Microsoft.Recognizers.Text (text, type, start, end, resolution).</summary>
/// <param name="Type">What it is.</param>
/// <param name="Text">The words as they stood.</param>
/// <param name="Start">Index of the first character in <see cref="Recognition.Text"/>.</param>
/// <param name="End">Index of the last character.</param>
/// <param name="Value">
/// The resolution in canonical form: a number in invariant digits, a date as yyyy-MM-dd, a date range as yyyy-MM-dd/yyyy-MM-dd (end excluded),
/// money as "35000 KRW" (minor units), a phone number as digits only (01012345678), an e-mail address in lower case, an order number in capitals
/// with leading '#' kept, an ordinal as a number from one or negative from the end, a quantity as a number or "all" or "rest" or "both".
/// </param>
public sealed record Entity(EntityType Type, string Text, int Start, int End, string Value);

/// <summary>The kinds of value that recognizers find.</summary>
[JsonConverter(typeof(NewerEntityTypes))]
public enum EntityType
{
    /// <summary>A plain number.</summary>
    Number,
    /// <summary>A position: the second one, 두 번째 거, the last.</summary>
    Ordinal,
    /// <summary>A number of things: 두 개, both, 전부.</summary>
    Quantity,
    /// <summary>An amount of money.</summary>
    Money,
    /// <summary>A day.</summary>
    Date,
    /// <summary>A range of days.</summary>
    DateRange,
    /// <summary>A time of day as HH:mm.</summary>
    Time,
    /// <summary>A telephone number.</summary>
    Phone,
    /// <summary>An e-mail address.</summary>
    Email,
    /// <summary>An order number.</summary>
    OrderNumber,
    /// <summary>A receipt or case number of our own.</summary>
    ReceiptNumber,
    /// <summary>A postcode.</summary>
    Postcode,
    /// <summary>A person's name, where the words introduce one ("my name is", "김하늘입니다").</summary>
    PersonName,
    /// <summary>Why something is returned: one of <see cref="ReturnReasons"/>.</summary>
    Reason,
    /// <summary>A bank account: bank and digits, as "국민은행 12345601123456".</summary>
    Account,
    /// <summary>A kind of payment method: card, gift_card, paypal, points, naver_pay, kakao_pay, toss, bank_transfer.</summary>
    PaymentKind,
    /// <summary>A score.</summary>
    Rating,
    /// <summary>What a complaint is about: delivery, product, service, refund, price, privacy.</summary>
    ComplaintCategory,
    /// <summary>What a complaining customer wishes for: refund, exchange, apology, compensation, explanation, fix.</summary>
    ComplaintWish,
    /// <summary>What makes a complaint graver: one of <see cref="Aggravations"/>.</summary>
    Aggravation,
    /// <summary>A postal address: the whole answer where one was asked for and the words look like one.</summary>
    Address,
    /// <summary>What only a newer version of this program recognizes; found in what that one stored, never by this one.</summary>
    Unknown,
}

/// <summary>Why something is returned, as values of the slot and of the policy.</summary>
public static class ReturnReasons
{
    /// <summary>Changed mind, 단순 변심.</summary>
    public const string ChangedMind = "changed_mind";
    /// <summary>Does not fit, 사이즈.</summary>
    public const string Size = "size";
    /// <summary>Defective, 불량.</summary>
    public const string Defect = "defect";
    /// <summary>Damaged on arrival, 파손.</summary>
    public const string Damaged = "damaged";
    /// <summary>Another item came, 오배송.</summary>
    public const string WrongItem = "wrong_item";
    /// <summary>Not as shown or described.</summary>
    public const string NotAsDescribed = "not_as_described";
    /// <summary>A part is missing, 구성품 누락.</summary>
    public const string MissingPart = "missing_part";
    /// <summary>Came too late, 지연.</summary>
    public const string Late = "late";
    /// <summary>Never came.</summary>
    public const string NotReceived = "not_received";

    /// <summary>All of them, in the order in which they are offered.</summary>
    public static ImmutableArray<string> All { get; } = [ChangedMind, Size, Defect, Damaged, WrongItem, NotAsDescribed, MissingPart, Late, NotReceived];
}

/// <summary>What makes a complaint graver, as values of <see cref="EntityType.Aggravation"/>.</summary>
public static class Aggravations
{
    /// <summary>Somebody was hurt, or nearly.</summary>
    public const string Injury = "injury";
    /// <summary>Something burnt or exploded, or nearly.</summary>
    public const string Fire = "fire";
    /// <summary>Personal data got into the wrong hands.</summary>
    public const string Leak = "leak";
    /// <summary>The customer means to go to law, or to an authority.</summary>
    public const string Law = "law";
    /// <summary>It is not the first time.</summary>
    public const string Repeated = "repeated";
}

/// <summary>Yes or no.</summary>
public enum YesNo
{
    /// <summary>Yes.</summary>
    Yes,
    /// <summary>No.</summary>
    No,
}

/// <summary>What a customer does to the conversation itself rather than to its matter.</summary>
[JsonConverter(typeof(NewerDialogActs))]
public enum DialogAct
{
    /// <summary>Asks for a person.</summary>
    Person,
    /// <summary>Wants to stop what is going on.</summary>
    Cancel,
    /// <summary>Wants the previous question again.</summary>
    Back,
    /// <summary>Wants what was just done undone.</summary>
    Undo,
    /// <summary>Wants the last words again; also 네? and "pardon".</summary>
    Repeat,
    /// <summary>Wants to know what is possible.</summary>
    Help,
    /// <summary>Needs a moment.</summary>
    Wait,
    /// <summary>Asks why something is asked.</summary>
    Why,
    /// <summary>Will not answer the question, or does not know.</summary>
    Refuse,
    /// <summary>Corrects something ("no, the blue one", "주소 말고", "change the address").</summary>
    Correct,
    /// <summary>Thanks.</summary>
    Thanks,
    /// <summary>Greets.</summary>
    Greet,
    /// <summary>Says goodbye, or that nothing else is wanted.</summary>
    Bye,
    /// <summary>Wants Korean.</summary>
    SpeakKorean,
    /// <summary>Wants English.</summary>
    SpeakEnglish,
    /// <summary>Asks whether this is a machine.</summary>
    AreYouHuman,
    /// <summary>Wants to go on with what was interrupted.</summary>
    Resume,
    /// <summary>What only a newer version of this program understands; found in what that one stored, never by this one.</summary>
    Unknown,
}

/// <summary>How the customer feels.</summary>
[JsonConverter(typeof(NewerMoods))]
public enum Mood
{
    /// <summary>Nothing stands out.</summary>
    Calm,
    /// <summary>Glad or thankful.</summary>
    Glad,
    /// <summary>Distressed.</summary>
    Distressed,
    /// <summary>Angry.</summary>
    Angry,
    /// <summary>Abusive.</summary>
    Abusive,
}

/// <summary>The names of what customers want; each starts a dialog, see the dialog catalog.</summary>
public static class Intents
{
    /// <summary>Return something.</summary>
    public const string Return = "return";
    /// <summary>Get money back.</summary>
    public const string Refund = "refund";
    /// <summary>How a refund that was begun stands.</summary>
    public const string RefundStatus = "refund.status";
    /// <summary>How long a refund takes, in general.</summary>
    public const string RefundTime = "refund.time";
    /// <summary>How a return that was begun stands.</summary>
    public const string ReturnStatus = "return.status";
    /// <summary>The rules of returning, in general.</summary>
    public const string ReturnPolicy = "return.policy";
    /// <summary>Take back a return that was begun.</summary>
    public const string ReturnUndo = "return.undo";
    /// <summary>Exchange something.</summary>
    public const string Exchange = "exchange";
    /// <summary>Cancel an order that has not been sent.</summary>
    public const string Cancel = "cancel";
    /// <summary>Change address, items or payment of an order.</summary>
    public const string OrderChange = "order.change";
    /// <summary>Where a parcel is, how an order stands.</summary>
    public const string OrderStatus = "order.status";
    /// <summary>Complain.</summary>
    public const string Complaint = "complaint";
    /// <summary>How a complaint stands.</summary>
    public const string ComplaintStatus = "complaint.status";
    /// <summary>Talk to a person.</summary>
    public const string Person = "person";
    /// <summary>Say how it was; the bot asks for it, no words of a customer start it.</summary>
    public const string Satisfaction = "satisfaction";
    /// <summary>Go on with this conversation on the web.</summary>
    public const string WebLink = "web.link";
    /// <summary>Clearly about something that no shop does.</summary>
    public const string OutOfScope = "out_of_scope";
}
