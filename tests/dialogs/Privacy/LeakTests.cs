using System.Diagnostics;
using System.Globalization;
using System.Text;
using ServiceBot.Dialogs.Privacy;

namespace ServiceBot.Dialogs.Tests.Privacy;

/// <summary>How much slips through, how much is masked in vain, and how long hostile text takes.</summary>
public class LeakTests
{
    private const int Personal = 10_000;
    private const int Harmless = 100_000;

    [Fact]
    public void Of_ten_thousand_personal_numbers_in_mixed_forms_at_most_one_in_a_thousand_slips_through_and_no_resident_number_or_card()
    {
        var forms = new MixedForms(seed: 20261122);
        var leaks = Enumerable.Range(0, Personal).Select(forms.Personal).Where(case_ => Holds(PersonalData.Mask(case_.Text), case_.Secret)).ToArray();
        Assert.True(!leaks.Any(leak => leak.Kind is "RRN" or "PAN"), $"'{string.Join("', '", leaks.Where(leak => leak.Kind is "RRN" or "PAN").Take(5).Select(leak => $"{leak.Text}->{PersonalData.Mask(leak.Text)}"))}'");
        Assert.True(leaks.Length <= Personal / 1000, $"{leaks.Length} leaks, such as '{string.Join("', '", leaks.Take(9).Select(leak => $"{leak.Text}->{PersonalData.Mask(leak.Text)}"))}'");
        TestContext.Current.SendDiagnosticMessage($"{leaks.Length} of {Personal} leak");
    }

    [Fact]
    public void Of_a_hundred_thousand_order_numbers_parcels_amounts_and_dates_at_most_one_in_a_thousand_is_masked()
    {
        var forms = new MixedForms(seed: 20261123);
        var masked = Enumerable.Range(0, Harmless).Select(forms.Harmless).Where(text => !ReferenceEquals(text, PersonalData.Mask(text)) && PersonalData.Mask(text) != text).ToArray();
        Assert.True(masked.Length <= Harmless / 1000, $"{masked.Length} masked, such as '{string.Join("', '", masked.Take(5))}'");
        TestContext.Current.SendDiagnosticMessage($"{masked.Length} of {Harmless} masked in vain");
    }

    /// <summary>The promise is 50 ms for 64 KB; ten times that is asserted, for a machine that is busy.</summary>
    [Theory]
    [InlineData("9")]
    [InlineData("4 ")]
    [InlineData("4111-")]
    [InlineData("991231-401234 ")]
    [InlineData("a@")]
    [InlineData("a.")]
    [InlineData("@a.b")]
    [InlineData("a@a.")]
    [InlineData("은행1")]
    [InlineData("CVC1234 ")]
    [InlineData("공일")]
    [InlineData("공일 one 1 ")]
    [InlineData("①\u200B")]
    [InlineData("M1234567")]
    [InlineData("one")]
    [InlineData("\u1100\u1161")]
    public void Hostile_text_of_64_KB_costs_no_more_than_other_text(string piece)
    {
        var text = new StringBuilder().Insert(0, piece, 65_536 / piece.Length + 1).ToString();
        // The quickest of several: what other programs do on this machine meanwhile is no cost of ours.
        var took = Enumerable.Range(0, 6).Select(_ =>
        {
            var began = Stopwatch.GetTimestamp();
            PersonalData.Mask(text);
            return Stopwatch.GetElapsedTime(began);
        }).Min();
        TestContext.Current.SendDiagnosticMessage(string.Create(CultureInfo.InvariantCulture, $"{piece.Trim()}: {took.TotalMilliseconds:0.0} ms"));
        Assert.True(took < TimeSpan.FromMilliseconds(500), $"took {took}");
    }

    private static bool Holds(string masked, string secret)
    {
        var signs = string.Concat(masked.EnumerateRunes().Select(rune => Rune.GetNumericValue(rune) is >= 0 and < 10 and var digit && rune.Value > 0x7F
            ? digit.ToString(CultureInfo.InvariantCulture) : "공일이삼사오육칠팔구".IndexOf(rune.ToString(), StringComparison.Ordinal) is >= 0 and var spoken ? spoken.ToString(CultureInfo.InvariantCulture) : rune.ToString()));
        // Five digits in a row of a number are a leak; a mask says nothing of it.
        var plain = string.Concat(signs.Where(char.IsAsciiLetterOrDigit));
        var core = string.Concat(secret.Where(char.IsAsciiLetterOrDigit));
        for (var i = 0; i + 5 <= core.Length; i++)
            if (plain.Contains(core.Substring(i, 5), StringComparison.Ordinal)) return true;
        return false;
    }
}
