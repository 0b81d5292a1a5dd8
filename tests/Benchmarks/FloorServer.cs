using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using ServiceBot.Bot.BotFramework;
using StackExchange.Redis;

namespace ServiceBot.Benchmarks;

/// <summary>
/// What a turn cannot be cheaper than, with the same web server, the same JSON and the same client: <c>/parse</c> reads the activity and answers;
/// <c>/floor</c> also gets 1.7 KB from Redis and puts them back by a script, if nobody else did meanwhile.
/// </summary>
internal static class FloorServer
{
    private const string Script =
        """
        local head = redis.call('GETRANGE', KEYS[1], 0, 19)
        if head ~= '' and head ~= ARGV[1] then return 0 end
        redis.call('SET', KEYS[1], ARGV[2])
        return 1
        """;

    // As long as a question of the bot's usually is.
    private const string Prompt =
        """<?xml version="1.0" encoding="utf-8"?><Response><Gather action="/x" input="dtmf speech" language="ko-KR" timeout="6"><Say language="ko-KR" voice="Polly.Seoyeon-Neural">본인 확인을 할게요. 주문번호와 전화번호, 또는 성함과 우편번호를 알려 주시겠어요?</Say></Gather><Redirect>/x</Redirect></Response>""";

    private static readonly byte[] Document = Encoding.ASCII.GetBytes(new string('x', 1_700));

    public static async Task<int> ServeAsync(string url, string redis)
    {
        var connection = ConnectionMultiplexer.Connect(redis);
        connection.PreserveAsyncOrder = false;
        var database = connection.GetDatabase();
#pragma warning disable CA5350 // Redis names scripts by their SHA-1.
        var script = SHA1.HashData(Encoding.UTF8.GetBytes(Script));
#pragma warning restore CA5350
        database.ScriptEvaluate(Script, ["floor"], ["", "x"]);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(url);
        var app = builder.Build();
        app.MapPost("/parse", async (HttpRequest request) => Answer(await ReadAsync(request)));
        app.MapPost("/floor", async (HttpRequest request) =>
        {
            var activity = await ReadAsync(request);
            RedisKey key = $"floor:{activity?.Conversation?.Id}";
            var kept = (byte[]?)await database.StringGetAsync(key) ?? [];
            byte[] next = [.. Encoding.ASCII.GetBytes(RandomNumberGenerator.GetHexString(20)), .. Document];
            await database.ScriptEvaluateAsync(script, [key], [kept.Length < 20 ? "" : kept[..20], next]);
            return Answer(activity);
        });
        app.MapPost("/document", async (HttpRequest request) => TypedResults.Text((await request.ReadFormAsync()).Count > 0 ? Prompt : "", "text/xml"));
        await app.RunAsync();
        return 0;
    }

    private static async Task<Activity?> ReadAsync(HttpRequest request) => await JsonSerializer.DeserializeAsync(request.Body, ActivityJson.Wire.Activity);

    private static IResult Answer(Activity? activity) =>
        TypedResults.Json(new ActivityBatch([new Activity { Type = "message", Text = activity?.Text, ReplyToId = activity?.Id }]), ActivityJson.Wire.ActivityBatch);
}
