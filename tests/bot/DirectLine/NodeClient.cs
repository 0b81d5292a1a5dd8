using System.Diagnostics;
using System.Text.Json.Nodes;

namespace ServiceBot.Bot.Tests.DirectLine;

/// <summary>The official client, run by Node.js from tests/bot/clients.</summary>
internal static class NodeClient
{
    private static readonly string Folder = Path.Combine(Root(), "tests", "bot", "clients");

    /// <summary>Runs a scenario and returns what the client saw; skips the test where Node.js or the packages are missing.</summary>
    public static async Task<JsonNode> RunAsync(string script, string scenario, string address, IEnumerable<string> tokens, Action? onReady = null)
    {
        if (!Directory.Exists(Path.Combine(Folder, "node_modules"))) Assert.Skip("the official clients are not installed: npm ci --prefix tests/bot/clients");
        using var node = Start(script, [scenario, address, .. tokens]);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        try
        {
            var errors = node.StandardError.ReadToEndAsync(patience.Token);
            var line = await node.StandardOutput.ReadLineAsync(patience.Token);
            if (line == "ready")
            {
                onReady?.Invoke();
                await node.StandardInput.WriteLineAsync("go");
                line = await node.StandardOutput.ReadLineAsync(patience.Token);
            }
            if (line is null) Assert.Fail($"The client ended without a word: {await errors}");
            return JsonNode.Parse(line)!;
        }
        finally
        {
            if (!node.HasExited) node.Kill();
        }
    }

    private static Process Start(string script, string[] arguments)
    {
        var start = new ProcessStartInfo("node") { WorkingDirectory = Folder, UseShellExecute = false, RedirectStandardError = true, RedirectStandardInput = true, RedirectStandardOutput = true };
        start.ArgumentList.Add(script);
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        try
        {
            return Process.Start(start) ?? throw new InvalidOperationException("node did not start.");
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("Node.js is not installed");
            throw;
        }
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ServiceBot.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException($"No ServiceBot.sln above '{AppContext.BaseDirectory}'.");
    }
}
