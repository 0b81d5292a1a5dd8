using System.Net;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using ServiceBot.CtiAdapter.Simulator;
using ServiceBot.CtiAdapter.Webhooks;

namespace ServiceBot.CtiAdapter.Tests.Simulator;

/// <summary>An application that answers each address with the document that a test put there, and refuses what is not rightly signed.</summary>
internal sealed class ScriptedApplication : HttpMessageHandler
{
    public const string Token = "12345678901234567890123456789012";
    public const string Account = "AC0123456789abcdef0123456789abcdef";
    private static readonly Uri Address = new("https://bot.example/");

    private readonly Dictionary<string, Queue<Func<HttpResponseMessage>>> answers = new(StringComparer.Ordinal);

    /// <summary>What was asked, in order: path and fields.</summary>
    public List<(string Path, IReadOnlyDictionary<string, string> Fields, string Idempotency)> Asked { get; } = [];

    /// <summary>Answers a path with this inside Response; of several for one path each is given once, and the last for ever.</summary>
    public ScriptedApplication At(string path, string verbs) =>
        At(path, () => new HttpResponseMessage { Content = new StringContent($"<?xml version=\"1.0\" encoding=\"utf-8\"?><Response>{verbs}</Response>", Encoding.UTF8, "text/xml") });

    public ScriptedApplication At(string path, Func<HttpResponseMessage> answer)
    {
        if (!answers.TryGetValue(path, out var queue)) answers[path] = queue = new();
        queue.Enqueue(answer);
        return this;
    }

    /// <summary>A company whose account belongs to this application.</summary>
    public PhoneNetwork Network() => new(new HttpClient(this), new SimulatedAccount(Account, Token, Address, "https://rest.example"), new StandingClock());

    /// <summary>Places a call from a telephone of the tests, and lets it ring.</summary>
    public async Task<SimulatedCall> CallAsync(string from = "+821000001234")
    {
        var call = Network().Place(from, "+82212345678") ?? throw new InvalidOperationException("The network is full.");
        await call.RingAsync(TestContext.Current.CancellationToken);
        return call;
    }

    /// <summary>The fields of the last request to a path.</summary>
    public IReadOnlyDictionary<string, string> Told(string path) => Asked.Last(asked => asked.Path == path).Fields;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var url = request.RequestUri ?? throw new InvalidOperationException("A request without an address.");
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        var form = Fields(body);
        if (!RequestSignature.IsValid(Token, url.AbsoluteUri, form, request.Headers.GetValues(RequestSignature.Header).Single())) return new HttpResponseMessage(HttpStatusCode.Forbidden);
        var fields = (request.Method == HttpMethod.Post ? form : Fields(url.Query)).ToDictionary(field => field.Key, field => field.Value, StringComparer.Ordinal);
        Asked.Add((url.AbsolutePath, fields, request.Headers.GetValues("I-Twilio-Idempotency-Token").Single()));
        if (!answers.TryGetValue(url.AbsolutePath, out var queue)) return new HttpResponseMessage(url.AbsolutePath.EndsWith("/status", StringComparison.Ordinal) ? HttpStatusCode.NoContent : HttpStatusCode.NotFound);
        return (queue.Count > 1 ? queue.Dequeue() : queue.Peek())();
    }

    private static List<KeyValuePair<string, string>> Fields(string form) =>
        [.. QueryHelpers.ParseQuery(form).SelectMany(field => field.Value, (field, value) => KeyValuePair.Create(field.Key, value ?? ""))];
}

/// <summary>What a test asks of a call.</summary>
internal static class Calls
{
    public static Task Says(this SimulatedCall call, string words, double? confidence = 0.93) => call.ActAsync(new Spoke(words, confidence), TestContext.Current.CancellationToken);

    public static async Task Presses(this SimulatedCall call, string keys)
    {
        foreach (var key in keys) await call.ActAsync(new Pressed(key), TestContext.Current.CancellationToken);
    }

    public static Task Does(this SimulatedCall call, CallerAct act) => call.ActAsync(act, TestContext.Current.CancellationToken);

    /// <summary>All words heard so far, in order.</summary>
    public static string[] Heard(this SimulatedCall call) => [.. call.Log.Events.OfType<CallerHears>().SelectMany(entry => entry.Sounds).OfType<Words>().Select(words => words.Text)];

    public static T Last<T>(this SimulatedCall call) where T : CallEvent => call.Log.Events.OfType<T>().Last();

    public static string[] Statuses(this SimulatedCall call) => [.. call.Log.Events.OfType<StatusChanged>().Select(change => change.Status)];
}
