using System.Collections.Immutable;
using System.Globalization;
using ServiceBot.CtiAdapter.Calls;
using ServiceBot.Dialogs.Turns;
using ServiceBot.Dialogs.Understanding;

namespace ServiceBot.CtiAdapter.Vru;

/// <summary>
/// Keys as answers. At every menu 0 brings a person, # goes one step back and * repeats (방송통신위원회, ARS 운영 가이드라인); while a number is entered,
/// # ends it, so the same keys come before it: 0, ** and *.
/// </summary>
internal static class Keypad
{
    /// <summary>The option that 0 stands for at every menu, so that no other key does.</summary>
    private const string PersonOption = Intents.Person;

    private const int NotOffered = int.MaxValue;

    /// <summary>How keys answer what is expected.</summary>
    /// <param name="expecting">What is waited for.</param>
    /// <param name="from">The place in the list of options at which the menu begins.</param>
    public static KeyMap For(Expectation expecting, int from = 0) => expecting.Kind switch
    {
        ExpectedKind.YesNo => new(KeyKind.YesNo),
        ExpectedKind.Rating => new(KeyKind.Digit),
        _ when Offered(expecting) is { IsEmpty: false } offered => Menu(offered, from),
        ExpectedKind.Identity or ExpectedKind.Order or ExpectedKind.Phone or ExpectedKind.Postcode or ExpectedKind.Number or ExpectedKind.Code or ExpectedKind.Account => new(KeyKind.Number),
        _ => new(KeyKind.None),
    };

    /// <summary>What keys mean; a key that a menu has not is an answer that cannot be used.</summary>
    public static TurnInput Read(KeyMap keys, string digits) => digits switch
    {
        "" => new Silence(),
        "0" => new Pressed { Act = DialogAct.Person },
        "*" => new Pressed { Act = DialogAct.Repeat },
        "#" or "**" => new Pressed { Act = DialogAct.Back },
        _ => keys.Kind switch
        {
            KeyKind.Menu when Place(digits) is { } place && place < keys.Options.Length => new Pressed { Option = keys.Options[place] },
            KeyKind.YesNo when digits is "1" or "2" => new Pressed { Answer = digits == "1" ? YesNo.Yes : YesNo.No },
            KeyKind.Digit or KeyKind.Number => new Utterance(digits),
            _ => new Pressed { Option = NotOffered },
        },
    };

    /// <summary>What keys mean to whoever heard this prompt, the key for the other language included: it is offered once, and no menu has another use for it.</summary>
    public static TurnInput Input(CallState state, string digits) => digits == "9" && state.Keys is { OffersLanguage: true } or { Kind: KeyKind.Menu }
        ? new Pressed { Act = state.Locale == Voices.Korean ? DialogAct.SpeakEnglish : DialogAct.SpeakKorean }
        : Read(state.Keys, digits);

    /// <summary>Whether these keys ask for the rest of a menu.</summary>
    public static bool AsksForRest(KeyMap keys, string digits) => keys is { Kind: KeyKind.Menu, Rest: not null } && Place(digits) == keys.Options.Length;

    // Three at a time; where more are left, the third key leads to them.
    private static KeyMap Menu(ImmutableArray<int> offered, int from)
    {
        var rest = offered.SkipWhile(option => option < from).ToImmutableArray();
        var fits = rest.Length <= KeyMap.MostOptions;
        var shown = fits ? rest : rest[..(KeyMap.MostOptions - 1)];
        return new(KeyKind.Menu) { Options = shown, Rest = fits ? null : rest[shown.Length] };
    }

    private static ImmutableArray<int> Offered(Expectation expecting) =>
        [.. expecting.Options.Index().Where(option => option.Item.Value != PersonOption).Select(option => option.Index)];

    private static int? Place(string digits) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var key) && key > 0 ? key - 1 : null;
}
