using Microsoft.Playwright;

namespace ServiceBot.Bot.Tests.Pages;

/// <summary>Debian's Chromium, driven by Playwright; one for all tests, with a fresh profile.</summary>
public sealed class Browser : IAsyncLifetime
{
    // In milliseconds: what comes by itself comes late on a busy machine.
    private const float Patience = 30_000;
    private IPlaywright? playwright;
    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        if (Executable() is not { } executable) return;
        playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(Patience);
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = executable,
            Headless = true,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    /// <summary>A window of its own, without cookies; the test is skipped where there is no Chromium.</summary>
    public async Task<IBrowserContext> OpenWindow(string locale = "ko-KR", int width = 1280, int height = 800, ColorScheme colours = ColorScheme.Light)
    {
        Assert.SkipWhen(browser is null, "Chromium is not installed; ./test installs it");
        var window = await browser.NewContextAsync(new()
        {
            Locale = locale,
            ViewportSize = new() { Width = width, Height = height },
            ColorScheme = colours,
            TimezoneId = "Asia/Seoul",
        });
        window.SetDefaultTimeout(Patience);
        return window;
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
    }

    private static string? Executable() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Append("/usr/bin")
            .SelectMany(folder => new[] { Path.Combine(folder, "chromium"), Path.Combine(folder, "chromium-browser"), Path.Combine(folder, "google-chrome") })
            .FirstOrDefault(File.Exists);
}
