using System.Collections.Immutable;
using ServiceBot.Conversations.DirectLine;

namespace ServiceBot.Conversations.Scripts;

/// <summary>Plays a script line by line and stops at the first line that does not hold.</summary>
internal sealed class ScriptPlayer(Script script, IScriptChannel channel, ScriptClock clock, ScriptedShop shop)
{
    private readonly List<string> transcript = [];
    private ImmutableArray<BotMessage> heard = [];
    private string? receipt;

    /// <exception cref="ScriptException">A line does not hold; the message holds what was said so far.</exception>
    public async Task PlayAsync()
    {
        foreach (var line in script.Lines)
        {
            if (line is TimePasses && !channel.OutlivesTime) return;
            if (await PlayAsync(line) is { } trouble)
                throw new ScriptException(script.File, line.Number, $"{trouble}{Environment.NewLine}{line.Text}{Environment.NewLine}{string.Join(Environment.NewLine, transcript)}");
        }
    }

    private async Task<string?> PlayAsync(ScriptLine line)
    {
        switch (line)
        {
            case Opens opens:
                Note(opens.Text, await channel.OpenAsync(opens.Locale));
                return null;
            case Says says:
                Note(says.Text, await channel.SayAsync(WithReceipt(says.Words)));
                return null;
            case Presses presses:
                Note(presses.Text, await channel.PressAsync(presses.Keys));
                return null;
            case KeepsSilent silent:
                Note(silent.Text, await channel.KeepSilentAsync());
                return null;
            case Shows shows:
                Note(shows.Text, await channel.ShowAsync(shows.Photos, shows.Words));
                return null;
            case Chooses chooses:
                var options = heard.IsEmpty ? [] : heard[^1].Options;
                if (options.Length < chooses.Place) return $"there is no option {chooses.Place} among {options.Length}";
                Note($"{chooses.Text} ({options[chooses.Place - 1].Title})", await channel.SayAsync(options[chooses.Place - 1].Value));
                return null;
            case Hears hears:
                return Check(hears);
            case TimePasses passes:
                clock.Advance(passes.Span);
                transcript.Add(passes.Text);
                return null;
            case ShopIs wanted:
                return await shop.CheckAsync(WithReceipt(wanted.Wanted));
            default:
                throw new NotSupportedException($"No way to play a line of the kind '{line.GetType().Name}'.");
        }
    }

    private string? Check(Hears hears)
    {
        var text = string.Join('\n', heard.Select(message => message.Text));
        foreach (var fragment in hears.Fragments.Select(WithReceipt))
            if (text.Contains(fragment, StringComparison.OrdinalIgnoreCase) != hears.Wanted) return hears.Wanted ? $"the bot did not say '{fragment}'" : $"the bot said '{fragment}'";
        return null;
    }

    private void Note(string line, ImmutableArray<BotMessage> said)
    {
        heard = said;
        receipt = said.LastOrDefault(message => message.Receipt is not null)?.Receipt ?? receipt;
        transcript.Add(line);
        foreach (var message in said) transcript.Add($"    {message.Text.ReplaceLineEndings("\n    ")}   [{message.Dialog}/{message.State} {message.Kind}: {string.Join(", ", message.Options.Select(option => option.Title))}]");
    }

    /// <summary>What was said so far.</summary>
    public string Transcript => string.Join(Environment.NewLine, transcript);

    private string WithReceipt(string text) => text.Replace("{receipt}", receipt ?? "{receipt}", StringComparison.Ordinal);
}
