using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using System.Web;
using ServiceBot.Bot.Shop.Rows;
using ServiceBot.CtiAdapter.Webhooks;
using ServiceBot.Servers;

namespace ServiceBot.Benchmarks;

/// <summary>
/// Voice webhooks at 1, 10 and 50 calls at once, each signed and its document looked into, beside an endpoint that gets the same requests, reads the form and answers a fixed document:
/// without a pause, and with a second in which the caller listens and speaks, which is hurried.
/// </summary>
internal static partial class VoiceBenchmarks
{
    private const string Token = "a-token-of-the-benchmark-0123456";
    private const string Account = "AC0123456789abcdef0123456789abcdef";
    private const string FixedDocument = "/document";
    private const int Seconds = 10;
    private const int WarmCalls = 10;
    private const int UnhurriedSeconds = 40;
    private const int Turns = 4;
    private static readonly TimeSpan Speaking = TimeSpan.FromSeconds(1);

    private static CustomerRow[] callers = [];
    private static Range taking = Range.All;
    private static int calls;

    private static readonly ConcurrentDictionary<string, (CustomerRow Caller, string Action)> Answers = new(StringComparer.Ordinal);
    private static readonly ConcurrentBag<double>[] Steps = [[], [], [], []];

    /// <summary>On Redis.</summary>
    /// <param name="numbers">How many calls there are at once, one after another.</param>
    public static async Task<int> RunAsync(int[] numbers)
    {
        await using var redis = await RedisServer.StartAsync();
        using var floor = await ServedBot.FloorAsync(redis.Configuration);
        using var bot = await ServedBot.BotAsync(async folder => callers = await Callers.SeedAsync(folder), "--Redis:Configuration", redis.Configuration, "--Twilio:AccountSid", Account, "--Twilio:AuthTokens:0", Token);
        // Whoever is measured has not called before: of those who have, the bot looks whether they left something unfinished.
        (taking, calls) = (..(callers.Length / 4), -1);
        await ClosedLoop.WarmAsync("a voice webhook", WarmCalls, Webhook(bot), bot.Process);
        await ClosedLoop.WarmAsync("a fixed document", WarmCalls, Fixed(floor), floor.Process);
        (taking, calls) = ((callers.Length / 4).., -1);
        foreach (var (pause, seconds) in new[] { (Speaking, UnhurriedSeconds), (TimeSpan.Zero, Seconds) })
            foreach (var lanes in numbers) await CompareAsync(floor, bot, lanes, seconds, pause);
        return 0;
    }

    private static async Task CompareAsync(ServedBot floor, ServedBot bot, int lanes, int seconds, TimeSpan pause)
    {
        var how = pause == TimeSpan.Zero ? "without a pause" : "speaking";
        var fixedDocument = await ClosedLoop.RunAsync($"a fixed document, {lanes} {how}", lanes, seconds, Fixed(floor), floor.Process, pause, Turns);
        foreach (var step in Steps) step.Clear();
        var webhook = await ClosedLoop.RunAsync($"a voice webhook, {lanes} {how}", lanes, seconds, Webhook(bot), bot.Process, pause, Turns);
        Console.WriteLine($"  p50 and p95 of the greeting and of each answer: {string.Join(", ", Steps.Select(step => step.Order().ToArray()).Select(times => string.Create(CultureInfo.InvariantCulture, $"{times[times.Length / 2]:0.0} {times[times.Length * 95 / 100]:0.0}")))} ms");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  p95 {webhook.P95:0.0} ms beside {fixedDocument.P95:0.0} ms: {webhook.P95 / fixedDocument.P95:0.0} times"));
    }

    // What a caller says after the greeting, and what must be heard; then another call begins.
    private static (string Says, string Holds) Line(int step, CustomerRow caller) => step switch
    {
        1 => ("반품하고 싶어요", "본인 확인"),
        2 => ($"{caller.Name}이고 우편번호는 {string.Concat(caller.Addresses[0].Postcode.Select(digit => "공일이삼사오육칠팔구"[digit - '0']))}예요", "맞으세요"),
        _ => ("네 맞아요", "확인되었어요"),
    };

    private static Func<int, int, int, Task<bool>> Webhook(ServedBot bot) => async (loop, lane, number) =>
    {
        var (call, step) = Math.DivRem(number, Turns);
        var sid = string.Create(CultureInfo.InvariantCulture, $"CA{Environment.ProcessId:x8}{loop:x8}{lane:x4}{call:x12}");
        var (caller, target) = step == 0 ? (Next(), "/twilio/voice") : Answers[sid];
        var (says, holds) = Line(step, caller);
        var start = Stopwatch.GetTimestamp();
        var document = await PostAsync(bot, target, sid, step == 0 ? [] : [new("SpeechResult", says), new("Confidence", "0.95")]);
        Steps[step].Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        if (Action().Match(document) is not { Success: true } action || (step > 0 && !document.Contains(holds, StringComparison.Ordinal))) return false;
        if (step == Turns - 1) Answers.TryRemove(sid, out _);
        else Answers[sid] = (caller, HttpUtility.HtmlDecode(action.Groups[1].Value));
        return true;
    };

    private static CustomerRow Next()
    {
        var (offset, length) = taking.GetOffsetAndLength(callers.Length);
        return callers[offset + (Interlocked.Increment(ref calls) % length)];
    }

    private static async Task<string> PostAsync(ServedBot bot, string target, string sid, KeyValuePair<string, string>[] said)
    {
        KeyValuePair<string, string>[] form = [new("CallSid", sid), new("AccountSid", Account), new("From", "anonymous"), new("To", "+8215880000"), new("CallStatus", "in-progress"), .. said];
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(target, UriKind.Relative)) { Content = new FormUrlEncodedContent(form) };
        request.Headers.TryAddWithoutValidation(RequestSignature.Header, RequestSignature.Sign(Token, (bot.Http.BaseAddress?.GetLeftPart(UriPartial.Authority) ?? "") + target, form));
        using var answer = await bot.Http.SendAsync(request);
        return answer.IsSuccessStatusCode ? await answer.Content.ReadAsStringAsync() : "";
    }

    // The same request, signed alike, and the answer looked into alike: what differs is who answers.
    private static Func<int, int, int, Task<bool>> Fixed(ServedBot floor) => async (_, _, number) =>
    {
        var (says, _) = Line(number % Turns, callers[0]);
        var document = await PostAsync(floor, FixedDocument, "CA1", number % Turns == 0 ? [] : [new("SpeechResult", says), new("Confidence", "0.95")]);
        return Action().IsMatch(document) && document.Contains("본인 확인", StringComparison.Ordinal);
    };

    [GeneratedRegex("<Gather action=\"([^\"]+)\"", RegexOptions.NonBacktracking)]
    private static partial Regex Action();
}
