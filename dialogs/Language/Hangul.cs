namespace ServiceBot.Dialogs.Language;

/// <summary>Syllables of Hangul taken apart and put together; Unicode Standard, section 3.12.</summary>
internal static class Hangul
{
    private const char First = '가';
    private const char Last = '힣';
    private const string Initials = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
    private const string Medials = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ";
    private const string Finals = "\0ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ";

    /// <summary>A syllable without a final consonant has this as its final.</summary>
    public const char Open = '\0';

    public static bool IsSyllable(char c) => c is >= First and <= Last;

    /// <summary>A letter that stands alone, as in ㅋㅋ.</summary>
    public static bool IsLetter(char c) => c is >= 'ㄱ' and <= 'ㅣ';

    public static char Initial(char syllable) => Initials[(syllable - First) / (Medials.Length * Finals.Length)];

    public static char Medial(char syllable) => Medials[(syllable - First) / Finals.Length % Medials.Length];

    public static char Final(char syllable) => Finals[(syllable - First) % Finals.Length];

    public static char With(char initial, char medial, char final) =>
        (char)(First + ((Initials.IndexOf(initial) * Medials.Length) + Medials.IndexOf(medial)) * Finals.Length + Finals.IndexOf(final));

    public static char WithFinal(char syllable, char final) => With(Initial(syllable), Medial(syllable), final);
}
