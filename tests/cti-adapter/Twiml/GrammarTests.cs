using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using ServiceBot.CtiAdapter.Twiml;
using Record = ServiceBot.CtiAdapter.Twiml.Record;

namespace ServiceBot.CtiAdapter.Tests.Twiml;

/// <summary>Every verb with every attribute that we write, against the names and the nesting of the official client (npm twilio).</summary>
public partial class GrammarTests
{
    private static readonly VoiceResponse Everything = new(
    [
        new Gather([new Say("a") { Language = "ko-KR", Voice = "v", Loop = 1 }, new Play("https://example.com/a.mp3") { Loop = 1 }, new Pause { Length = 1 }])
        {
            Action = "/a", Method = "POST", Input = ["dtmf", "speech"], Language = "ko-KR", Hints = ["a"], Timeout = 1, SpeechTimeout = 2, NumDigits = 1, FinishOnKey = "#", ActionOnEmptyResult = true, BargeIn = true,
            ProfanityFilter = false, SpeechModel = "phone_call", PartialResultCallback = "/p",
        },
        new Say([new Break { Strength = "weak", Milliseconds = 1 }, new Emphasis([new Words("a")]) { Level = "strong" }, new Lang("en-US", [new Words("a")]), new P([new Words("a")]), new Phoneme("a", "b") { Alphabet = "ipa" },
            new Prosody([new Words("a")]) { Rate = "slow", Pitch = "low", Volume = "loud" }, new S([new Words("a")]), new SayAs("1", "date") { Format = "ymd" }, new Sub("a", "b"), new W("a") { Role = "amazon:VB" }]),
        new Play(null) { Digits = "1w2" },
        new Dial([new Number("+821012345678") { Url = "/u", SendDigits = "1", StatusCallback = "/s" }, new Client("a") { Url = "/u", StatusCallback = "/s" }])
        {
            Action = "/a", Timeout = 5, TimeLimit = 5, CallerId = "+1", AnswerOnBridge = true, HangupOnStar = true, Record = "record-from-answer-dual", RecordingStatusCallback = "/r",
        },
        new Dial([new Queue("q") { Url = "/u" }]),
        new Dial([new Conference("r")
        {
            Beep = "false", Muted = false, StartConferenceOnEnter = true, EndConferenceOnExit = true, WaitUrl = "", MaxParticipants = 3, Record = "record-from-start", Coach = "CA1", ParticipantLabel = "l",
            StatusCallback = "/s", StatusCallbackEvent = ["start"],
        }]),
        new Enqueue(null) { Action = "/a", WaitUrl = "/w", WorkflowSid = "WW1", TaskAttributes = "{}" },
        new Record { Action = "/a", MaxLength = 1, Timeout = 1, FinishOnKey = "#", PlayBeep = true, Trim = "trim-silence", RecordingStatusCallback = "/r" },
        new Connect(new ConversationRelay("wss://example.com/x")
        {
            WelcomeGreeting = "a", WelcomeGreetingInterruptible = "any", Language = "ko-KR", Voice = "v", TtsProvider = "Google", TranscriptionProvider = "Google", SpeechModel = "m", Hints = ["a"], Interruptible = "any",
            DtmfDetection = true, Parameters = ImmutableSortedDictionary<string, string>.Empty.Add("a", "b"),
        }) { Action = "/a" },
        new Start(new ServiceBot.CtiAdapter.Twiml.Stream("wss://example.com/x") { Name = "n", Track = "both_tracks" }),
        new Stop("n"),
        new Sms("a") { To = "+1", From = "+2", StatusCallback = "/s" },
        new Pay([new Prompt("security-code", [new Say("a")])]) { Action = "/a", ChargeAmount = 1, Currency = "krw", PaymentConnector = "c", MaxAttempts = 1, Timeout = 5 },
        new Refer("sip:a@example.com") { Action = "/a" },
        new Redirect("/r") { Method = "POST" },
    ]);

    private static readonly string Official = Path.Combine(Root(), "tests", "bot", "clients", "node_modules", "twilio", "lib", "twiml", "VoiceResponse.d.ts");

    [Fact]
    public void Every_element_and_attribute_is_one_of_the_official_client()
    {
        if (!File.Exists(Official)) Assert.Skip("the official clients are not installed: npm ci --prefix tests/bot/clients");
        var grammar = File.ReadAllText(Official);
        var document = XDocument.Parse(Encoding.UTF8.GetString(TwimlWriter.Write(Everything)).TrimStart('\uFEFF'));

        Assert.Empty(document.Root!.Descendants().SelectMany(element => Unknown(grammar, element)).Distinct(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Unknown(string grammar, XElement element)
    {
        var name = Pascal(element.Name.LocalName);
        var parent = element.Parent is { Name.LocalName: not "Response" } outer ? Pascal(outer.Name.LocalName) : "VoiceResponse";
        if (!Bodies(grammar, $"class (?:Ssml)?{parent} extends").Any(body => Regex.IsMatch(body, $@"^\s+(?:ssml)?{name}\(", RegexOptions.IgnoreCase | RegexOptions.Multiline, TimeSpan.FromSeconds(1))))
            yield return $"{element.Name.LocalName} within {parent}";
        var known = Bodies(grammar, $"interface (?:Ssml)?{name}Attributes ").SelectMany(body => AttributeName().Matches(body)).Select(match => match.Groups["name"].Value).ToHashSet(StringComparer.Ordinal);
        foreach (var attribute in element.Attributes())
        {
            var written = attribute.Name.Namespace == XNamespace.Xml ? $"xml:{attribute.Name.LocalName}" : attribute.Name.LocalName;
            if (!known.Contains(written) && !known.Contains(Camel(written))) yield return $"{written} of {element.Name.LocalName}";
        }
    }

    private static IEnumerable<string> Bodies(string grammar, string declaration) =>
        Regex.Matches(grammar, $@"{declaration}.*?\n(?<indent> *)}}\n", RegexOptions.Singleline, TimeSpan.FromSeconds(5)).Select(match => match.Value);

    private static string Pascal(string name) => string.Concat(name.Split('-').Select(part => char.ToUpperInvariant(part[0]) + part[1..]));

    private static string Camel(string name) => Pascal(name.Replace(':', '-')) is var pascal ? char.ToLowerInvariant(pascal[0]) + pascal[1..] : name;

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ServiceBot.sln"))) folder = folder.Parent;
        return folder?.FullName ?? AppContext.BaseDirectory;
    }

    [GeneratedRegex(@"^\s+[""']?(?<name>[A-Za-z:-]+)[""']?\?:", RegexOptions.Multiline)]
    private static partial Regex AttributeName();
}
