using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ServiceBot.Bot.Hosting;
using ServiceBot.Bot.Pages;
using ServiceBot.Bot.Telephone.Simulator;
using ServiceBot.Bot.Tests.Pages;
using ServiceBot.CtiAdapter;
using ServiceBot.Dialogs.Policies;

namespace ServiceBot.Bot.Tests.Telephone;

/// <summary>The real page and the real simulator over an application that answers a few documents.</summary>
public sealed class PhoneServer : IAsyncLifetime
{
    private WebApplication? app;

    /// <summary>Where it serves, without a slash at the end.</summary>
    public string Address { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Development", WebRootPath = BuiltWeb.Root });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration["Shop:Demo"] = "true";
        builder.Services
            .AddSingleton<TimeProvider>(new LeapingClock(new ShiftedClock()))
            .AddSingleton(ShopPolicy.KoreanDemo)
            .Configure<TwilioOptions>(twilio => (twilio.AccountSid, twilio.AuthTokens) = ("AC" + new string('1', 32), ["a-token-of-the-tests"]))
            .AddPages()
            .AddPhonePage();
        app = builder.Build();
        app.UseSecurityHeaders();
        app.MapPages();
        app.MapPhonePage();
        app.MapGet("/health/ready", () => Results.Ok());
        app.MapPost("/twilio/voice", (HttpRequest request) => Document($"""
            <Say language="ko-KR">안녕하세요, 하루상점이에요. {request.Form["From"]} 번호로 거셨네요.</Say>
            <Gather input="dtmf speech" language="ko-KR" action="/answer" numDigits="4" timeout="1"><Say language="ko-KR">무엇을 도와드릴까요?</Say></Gather>
            """));
        app.MapPost("/answer", (HttpRequest request) => Document(request.Form["SpeechResult"].ToString() switch
        {
            "상담원" => """<Enqueue waitUrl="/wait" action="/after">agents</Enqueue>""",
            "메모" => """<Record action="/after"/>""",
            "고장" => throw new InvalidOperationException("As the test wishes."),
            "" => $"""<Say language="en-US">You pressed {request.Form["Digits"]}.</Say><Hangup/>""",
            var said => $"""<Say language="ko-KR">들은 말: {said} ({request.Form["Confidence"]})</Say><Gather input="dtmf" action="/answer" numDigits="4" timeout="1"/>""",
        }));
        app.MapPost("/twilio/sms", (HttpRequest request) => Document(request.Form["Body"].ToString() switch
        {
            "고장" => throw new InvalidOperationException("As the test wishes."),
            "전화" => "<Say>of no use here</Say>",
            var body => $"<Message>받은 문자: {body}</Message><Message><Body>보낸 분: {request.Form["From"]}</Body></Message>",
        }));
        app.MapPost("/wait", () => Document("""<Say language="ko-KR">지금 첫 번째로 기다리고 계세요.</Say><Pause length="3"/>"""));
        app.MapPost("/after", () => Document("<Hangup/>"));
        app.MapPost("/twilio/fallback", (HttpRequest request) => Document($"""<Say language="ko-KR">죄송해요. ({request.Form["ErrorCode"]})</Say><Hangup/>"""));
        app.MapPost("/twilio/status", () => Results.NoContent());
        await app.StartAsync();
        Address = app.Urls.Single();
    }

    public async ValueTask DisposeAsync()
    {
        if (app is not null) await app.DisposeAsync();
    }

    private static IResult Document(string verbs) => Results.Text($"<Response>{verbs}</Response>", "text/xml");
}
