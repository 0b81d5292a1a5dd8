using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ServiceBot.Bot.Context;
using Microsoft.Extensions.Options;
using ServiceBot.Bot.Hosting;
using ServiceBot.Bot.Privacy;
using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.Policies;
using ServiceBot.Dialogs.Turns;
using ServiceBot.Dialogs.Understanding;

namespace ServiceBot.Bot.Commands;

/// <summary>Commands for those who work on the dialogs; none of them touches the shop or a live conversation.</summary>
internal static class DialogCommands
{
    private static readonly TurnsJson Readable = new(new JsonSerializerOptions(TurnsJson.Default.Options)
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // it goes to a terminal, where Hangul is to be read
    });

    /// <summary>replay, draw and nlu.</summary>
    public static IEnumerable<Command> For(Func<WebApplicationBuilder> compose) => [Replay(compose), Draw(compose), Nlu(compose)];

    private static Command Draw(Func<WebApplicationBuilder> compose)
    {
        var folder = new Argument<string>("DIR") { Description = "The folder to write to, such as docs/dialogs." };
        var command = new Command("draw", "Writes each dialog's drawing as a page, such as return.md.") { folder };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var app = compose().BuildChecked();
            var directory = Directory.CreateDirectory(parsed.GetRequiredValue(folder)).FullName;
            foreach (var (name, page) in DialogDrawings.Pages(app.Services.GetRequiredService<DialogCatalog>()))
            {
                var file = Path.Combine(directory, name);
                await File.WriteAllTextAsync(file, page, cancellationToken);
                await parsed.InvocationConfiguration.Output.WriteLineAsync(file);
            }
        });
        return command;
    }

    private static Command Replay(Func<WebApplicationBuilder> compose)
    {
        var file = new Argument<string>("FILE") { Description = "A context.db, or a journal in JSON Lines." };
        var command = new Command("replay", "Plays journals again with the dialogs as they are now, and tells where the words differ.") { file };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var app = compose().BuildChecked();
            var runner = app.Services.GetRequiredService<DialogRunner>();
            var stored = new StoredTurns(DocumentSeal.For(parsed.GetRequiredValue(file), app.Services.GetRequiredService<IOptions<PrivacySettings>>().Value));
            var output = parsed.InvocationConfiguration.Output;
            var (conversations, turns, differences) = (0, 0, 0);
            foreach (var journal in await Journals.ReadAsync(parsed.GetRequiredValue(file), stored, cancellationToken))
            {
                var outcome = JournalReplay.Run(runner, journal);
                foreach (var difference in outcome.Differences)
                    await output.WriteLineAsync(string.Create(
                        CultureInfo.InvariantCulture, $"{journal.Key} version {difference.Version}\n  was: {Indented(difference.Was)}\n  now: {Indented(difference.Now)}"));
                (conversations, turns, differences) = (conversations + 1, turns + outcome.Turns, differences + outcome.Differences.Length);
            }

            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{conversations} conversations, {turns} turns, {differences} differences"));
            return differences == 0 ? 0 : 1;
        });
        return command;
    }

    private static Command Nlu(Func<WebApplicationBuilder> compose)
    {
        var words = new Argument<string[]>("TEXT") { Description = "What a customer says.", Arity = ArgumentArity.OneOrMore };
        var parse = new Command("parse", "Shows what a sentence is understood to mean, as JSON.") { words };
        parse.SetAction(async (parsed, _) =>
        {
            await using var app = compose().BuildChecked();
            var policy = app.Services.GetRequiredService<ShopPolicy>();
            var now = TimeZoneInfo.ConvertTime(app.Services.GetRequiredService<TimeProvider>().GetUtcNow(), policy.TimeZone);
            var recognition = app.Services.GetRequiredService<IUnderstanding>()
                .Recognize(string.Join(' ', parsed.GetRequiredValue(words)), new Listening(now, policy.Language, Expectation.Nothing));
            await parsed.InvocationConfiguration.Output.WriteLineAsync(JsonSerializer.Serialize(recognition, Readable.Recognition));
        });
        return new Command("nlu", "Language understanding.") { parse };
    }

    private static string Indented(string text) => text.ReplaceLineEndings("\n       ");
}
