using System.CommandLine;
using ServiceBot.Bot.FakePsp;

namespace ServiceBot.Bot.Commands;

/// <summary>A payment provider for demonstrations and tests, as a process of its own.</summary>
internal static class FakePspCommand
{
    /// <summary>fake-psp.</summary>
    /// <param name="settings">In the form <c>--Name=value</c>: urls and those of the section FakePsp.</param>
    public static Command For(string[] settings)
    {
        var command = new Command("fake-psp", "Serves a payment provider that moves no money; docs/operation.md has its switches.");
        command.SetAction(async (_, stop) =>
        {
            await using var app = FakePspRoom.Build(settings);
            await app.RunAsync(stop);
        });
        return command;
    }
}
