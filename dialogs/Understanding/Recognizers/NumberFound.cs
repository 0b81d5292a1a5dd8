using System.Globalization;

namespace ServiceBot.Dialogs.Understanding.Recognizers;

/// <summary>A number in the words, from <paramref name="Start"/> up to, not including, <paramref name="End"/>.</summary>
/// <param name="Start">Index of the first character.</param>
/// <param name="End">Index after the last character.</param>
/// <param name="Value">Its value.</param>
/// <param name="IsNative">Whether it was said with native Korean numerals (하나, 두, 스물).</param>
internal readonly record struct NumberFound(int Start, int End, double Value, bool IsNative = false)
{
    /// <summary>The value as the published cases write it: at most fifteen significant digits, no group marks.</summary>
    public string Canonical() => Value.ToString(Math.Abs(Value) < 1e15 && Value == Math.Floor(Value) ? "F0" : "G15", CultureInfo.InvariantCulture);
}
