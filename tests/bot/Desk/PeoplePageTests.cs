using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using ServiceBot.Bot.Desk.SignIn;
using ServiceBot.Bot.Tests.Pages;

namespace ServiceBot.Bot.Tests.Desk;

/// <summary>Accounts and the audit, as an administrator in a real browser sees and changes them.</summary>
[Trait("Needs", "Chromium")]
public sealed class PeoplePageTests(Browser browser) : IClassFixture<Browser>, IAsyncDisposable
{
    private readonly DeskHost host = new();

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task An_administrator_adds_somebody_closes_the_account_and_reads_in_the_audit_who_did_it()
    {
        BuiltWeb.OrSkip();
        await using var office = await browser.OpenWindow(width: 1920, height: 1080);
        await using var abroad = await browser.OpenWindow("en-GB", colours: ColorScheme.Dark);
        var address = host.Serve();
        await host.Services.GetRequiredService<Accounts>().AddAsync("root", "한관리", DeskRoles.Administrator, "desk-demo", null, default);
        var root = await DeskPage.Open(office, address, "root");

        await root.Presses("계정 추가");
        foreach (var (field, value) in new[] { ("login", "dana"), ("name", "다나"), ("password", "desk-demo"), ("returns", "4") })
            await root.Page.Locator($"dialog input[name={field}]").FillAsync(value);
        await root.Page.Locator("dialog select[name=role]").SelectOptionAsync("supervisor");
        await root.Page.Locator("dialog input[name=language][value=en]").CheckAsync();
        await Accessibility.Check(root.Page);
        await root.Picture("people-add-ko-1920.png");
        await root.Page.Locator("dialog button[type=submit]").ClickAsync();
        var account = Account(root, "dana");
        await Assertions.Expect(account).ToContainTextAsync("슈퍼바이저");
        var dana = await DeskPage.Open(abroad, address, "dana");
        await Assertions.Expect(dana.Page.Locator(".wall")).ToBeVisibleAsync();
        Assert.Equal(0, await dana.Page.GetByRole(AriaRole.Heading, new() { Name = "Accounts" }).CountAsync()); // a supervisor neither sees accounts
        Assert.Equal(0, await dana.Page.GetByRole(AriaRole.Heading, new() { Name = "Who saw and did what" }).CountAsync()); // nor the audit

        await account.GetByRole(AriaRole.Button, new() { Name = "다나 계정 닫기" }).ClickAsync();
        await Assertions.Expect(account).ToContainTextAsync("닫힘");
        await Assertions.Expect(dana.Page.Locator("input[name=login]")).ToBeVisibleAsync(); // and is out at once
        Assert.Equal(0, await Account(root, "root").GetByRole(AriaRole.Button).CountAsync()); // nobody closes their own
        await root.Presses("기록 보기");
        var audit = root.Page.Locator("section").Filter(new() { Has = root.Page.GetByRole(AriaRole.Heading, new() { Name = "열람과 처리 기록" }) });
        await Assertions.Expect(audit.Locator("tbody tr").First).ToContainTextAsync("한관리");
        await Assertions.Expect(audit.Locator("tbody tr").First).ToContainTextAsync("계정 닫음");
        await Assertions.Expect(audit.Locator("tbody tr").First).ToContainTextAsync("다나");
        await Assertions.Expect(audit).ToContainTextAsync("계정 추가");
        await Accessibility.Check(root.Page);
        await root.Page.ScreenshotAsync(new() { Path = BuiltWeb.Picture("people-ko-1920.png"), FullPage = true });
        root.HasNoComplaints();
    }

    private static ILocator Account(DeskPage desk, string login) => desk.Page.Locator("tr").Filter(new() { Has = desk.Page.GetByRole(AriaRole.Cell, new() { Name = login, Exact = true }) });
}
