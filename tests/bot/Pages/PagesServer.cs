using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ServiceBot.Bot.BotFramework.Uploads;
using ServiceBot.Bot.Context;
using ServiceBot.Bot.Privacy;
using ServiceBot.Bot.DirectLine;
using ServiceBot.Bot.Hosting;
using ServiceBot.Bot.Nodes;
using ServiceBot.Bot.Pages;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.Tests.Pages;

/// <summary>The real pages and the real Direct Line over a bot that greets, says the words back, and shows what a test asks for.</summary>
public sealed class PagesServer : IAsyncLifetime
{
    private readonly TemporaryDirectory directory = new();
    private WebApplication? app;

    /// <summary>Where it serves, without a slash at the end.</summary>
    public string Address { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Development", WebRootPath = BuiltWeb.Root });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration["Shop:Name"] = "하루상점";
        builder.Services
            .AddSingleton<TimeProvider, ShiftedClock>()
            .AddSingleton(_ => DataDirectory.Hold(directory.Path))
            .AddNodes(builder.Configuration)
            .AddPrivacy()
            .AddContext()
            .AddSingleton<IFacts, NoFacts>()
            .AddSingleton<ITurns>(all => new ScriptedTurns(all.GetRequiredService<IContextStore>(), all.GetRequiredService<INotices>()) { Answer = Answer })
            .AddPages()
            .AddSingleton<IPhotoShelf, ShelfInMemory>()
            .AddDirectLine(builder.Configuration);
        app = builder.Build();
        app.UseSecurityHeaders();
        app.MapPages();
        app.MapDirectLine();
        app.MapGet("/health/ready", () => Results.Ok());
        await app.StartAsync();
        Address = app.Urls.Single();
    }

    public async ValueTask DisposeAsync()
    {
        if (app is not null) await app.DisposeAsync();
        directory.Dispose();
    }

    private static Message Answer(Turn turn)
    {
        var korean = turn.Locale?.StartsWith("ko", StringComparison.Ordinal) ?? true;
        return turn.Input switch
        {
            Started => new Message(korean ? "안녕하세요, 하루상점 상담 챗봇이에요. 무엇을 도와드릴까요?" : "Hello, I'm the shop's assistant, a machine. How can I help?")
            {
                Expecting = new Expectation("intent", ExpectedKind.Choice) { Options = korean ? Options("배송 조회", "반품", "환불", "상담원 연결") : Options("Track a parcel", "Return", "Refund", "Talk to a person") },
            },
            Photos photos => new Message(korean ? $"사진 {photos.Ids.Length}장 잘 받았어요." : $"Got {photos.Ids.Length} photo."),
            Utterance { Text: "card" } => new Message("환불 금액을 확인해 주세요.")
            {
                Card = new Card("환불 예정 내역", [new CardRow("무선 주전자 (블루)", "35,000원"), new CardRow("쿠폰", "-3,000원"), new CardRow("환불 금액", "32,000원")]),
            },
            Utterance said => new Message(korean ? $"들은 말: {said.Text}" : $"You said: {said.Text}"),
            _ => new Message(turn.Input.GetType().Name),
        };
    }

    private static ImmutableArray<Option> Options(params string[] titles) => [.. titles.Select(title => new Option(title, title))];
}
