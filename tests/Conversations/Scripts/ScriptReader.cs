using System.Collections.Immutable;
using System.Globalization;

namespace ServiceBot.Conversations.Scripts;

/// <summary>Reads a script. Every line is of one known kind; what is not is an error with file and line.</summary>
internal static class ScriptReader
{
    private static readonly TimeSpan Korea = TimeSpan.FromHours(9);
    private static readonly DateTimeOffset UsualStart = new(2026, 11, 24, 10, 0, 0, Korea);

    /// <summary>Reads the text of a script.</summary>
    /// <exception cref="ScriptException">A line cannot be read.</exception>
    public static Script Read(string file, string text)
    {
        var (policy, start) = ((string?)null, UsualStart);
        var lines = ImmutableArray.CreateBuilder<ScriptLine>();
        foreach (var (number, line) in text.ReplaceLineEndings("\n").Split('\n').Select((line, at) => (at + 1, line.Trim())))
        {
            if (line.Length == 0 || line[0] == '#') continue;
            var (word, rest) = Split(line);
            switch (word)
            {
                case "clock" or "policy" when lines.Count > 0:
                    throw new ScriptException(file, number, $"'{word}' stands before the conversation begins, not in it");
                case "clock":
                    start = Clock(file, number, rest);
                    break;
                case "policy":
                    policy = rest;
                    break;
                default:
                    lines.Add(Line(file, number, line, word, rest));
                    break;
            }
        }
        if (lines is not [Opens, ..]) throw new ScriptException(file, lines.Count == 0 ? 1 : lines[0].Number, "a conversation begins with 'start ko' or 'start en'");
        if (!lines.Any(line => line is Hears or ShopIs)) throw new ScriptException(file, lines[^1].Number, "nothing is expected: write what the bot must say, or how the shop must look");
        return new Script(file, policy, start, lines.ToImmutable());
    }

    private static ScriptLine Line(string file, int number, string line, string word, string rest) => word switch
    {
        "start" => new Opens(number, line, rest switch
        {
            "ko" => "ko-KR",
            "en" => "en-US",
            _ => throw new ScriptException(file, number, $"'start' is followed by ko or en, not by '{rest}'"),
        }),
        "손님:" or "customer:" => new Says(number, line, Needed(file, number, word, rest)),
        "봇:" or "bot:" => new Hears(number, line, Fragments(file, number, word, rest), Wanted: true),
        "봇이-안-하는-말:" or "bot-not:" => new Hears(number, line, Fragments(file, number, word, rest), Wanted: false),
        "사진:" or "photo:" => Photos(file, number, line, Needed(file, number, word, rest)),
        "선택:" or "choose:" => new Chooses(number, line, int.TryParse(rest, NumberStyles.None, CultureInfo.InvariantCulture, out var place) && place > 0 ? place : throw new ScriptException(file, number, $"'{word}' is followed by a number from 1, not by '{rest}'")),
        "누름:" or "keys:" => new Presses(number, line, rest.Length > 0 && rest.All(key => char.IsAsciiDigit(key) || key is '*' or '#') ? rest : throw new ScriptException(file, number, $"'{word}' is followed by keys such as 1 or 0101#, not by '{rest}'")),
        "침묵" or "silence" => new KeepsSilent(number, line),
        "later" => new TimePasses(number, line, Span(file, number, rest)),
        "shop" => new ShopIs(number, line, Needed(file, number, word, rest)),
        _ => throw new ScriptException(file, number, $"'{word}' begins no line; known are start, 손님:, 봇:, 봇이-안-하는-말:, 사진:, 선택:, 누름:, 침묵, customer:, bot:, bot-not:, photo:, choose:, keys:, silence, later, shop, and clock and policy at the top"),
    };

    private static (string Word, string After) Split(string line) => line.IndexOf(' ', StringComparison.Ordinal) is var at and > 0 ? (line[..at], line[at..].Trim()) : (line, "");

    private static string Needed(string file, int number, string word, string rest) => rest.Length > 0 ? rest : throw new ScriptException(file, number, $"nothing follows '{word}'");

    private static ImmutableArray<string> Fragments(string file, int number, string word, string rest) =>
        [.. Needed(file, number, word, rest).Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    private static Shows Photos(string file, int number, string line, string rest)
    {
        var names = rest.Split(' ').TakeWhile(word => word.EndsWith(".jpg", StringComparison.Ordinal) || word.EndsWith(".png", StringComparison.Ordinal)).ToImmutableArray();
        if (names.IsEmpty) throw new ScriptException(file, number, $"a photo is named like broken.png, not '{rest}'");
        var words = string.Join(' ', rest.Split(' ').Skip(names.Length)).Trim();
        return new Shows(number, line, names, words.Length == 0 ? null : words);
    }

    private static DateTimeOffset Clock(string file, int number, string rest) =>
        DateTime.TryParseExact(rest, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
            ? new DateTimeOffset(at, Korea)
            : throw new ScriptException(file, number, $"'clock' is followed by a time in Seoul such as 2026-11-24 10:00, not by '{rest}'");

    private static TimeSpan Span(string file, int number, string rest)
    {
        if (rest.Split(' ') is [var count, var unit] && int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var some))
        {
            if (unit is "day" or "days") return TimeSpan.FromDays(some);
            if (unit is "hour" or "hours") return TimeSpan.FromHours(some);
            if (unit is "minute" or "minutes") return TimeSpan.FromMinutes(some);
        }
        throw new ScriptException(file, number, $"'later' is followed by a span such as 3 days, 2 hours or 10 minutes, not by '{rest}'");
    }
}
