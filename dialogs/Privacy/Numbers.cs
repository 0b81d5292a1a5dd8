namespace ServiceBot.Dialogs.Privacy;

/// <summary>What is told by its digits: resident numbers, cards, telephones, licences. Each begins where a group of digits begins.</summary>
internal static class Numbers
{
    private const int LongestCard = 19;
    private const int ShortestCard = 13;
    private const int ResidentDigits = 13;

    public static void Find(Digits digits, Finds finds)
    {
        for (var start = 0; start < digits.Count; start++)
        {
            if (!digits.IsGroupStart(start)) continue;
            FindResident(digits, start, finds);
            FindCard(digits, start, finds);
            FindLicence(digits, start, finds);
            FindTelephone(digits, start, finds);
        }
    }

    // No checksum: since October 2020 the last six digits are random.
    private static void FindResident(Digits digits, int start, Finds finds)
    {
        if (!digits.AreJoined(start, start + ResidentDigits, gapAt: start + 6) || !digits.IsEnd(start + ResidentDigits)) return;
        var month = digits[start + 2] * 10 + digits[start + 3];
        var day = digits[start + 4] * 10 + digits[start + 5];
        if (month is >= 1 and <= 12 && day is >= 1 and <= 31) finds.Add(PersonalKind.ResidentNumber, digits, start, start + ResidentDigits);
    }

    private static void FindCard(Digits digits, int start, Finds finds)
    {
        if (digits[start] is not (3 or 4 or 5 or 6 or 9)) return;
        var most = start + 1;
        while (most < digits.Count && most - start < LongestCard && digits.Gap(most) != Digits.Apart) most++;
        for (var end = most; end - start >= ShortestCard; end--)
            if (EndsLikeACard(digits, start, end) && IsLuhn(digits, start, end))
            {
                finds.Add(PersonalKind.Card, digits, start, end);
                return;
            }
    }

    // In the middle of a group only where the code from its back was written on to a card that is whole or in fours.
    private static bool EndsLikeACard(Digits digits, int start, int end)
    {
        if (digits.IsEnd(end)) return true;
        for (var i = start + 1; i < end; i++)
            if (digits.Gap(i) != 0 && (i - start) % 4 != 0) return false;
        return true;
    }

    private static bool IsLuhn(Digits digits, int start, int end)
    {
        var sum = 0;
        for (var i = start; i < end; i++)
        {
            var doubled = digits[i] << ((end - 1 - i) & 1);
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }

    private static void FindLicence(Digits digits, int start, Finds finds)
    {
        const int length = 12;
        if (start + length > digits.Count || !digits.IsEnd(start + length)) return;
        if (digits[start] * 10 + digits[start + 1] is not (>= 11 and <= 19 or >= 20 and <= 28)) return;
        if (digits.Gap(start + 2) is 0 or Digits.Apart || digits.Gap(start + 4) is 0 or Digits.Apart || digits.Gap(start + 10) is 0 or Digits.Apart) return;
        if (digits.AreJoined(start, start + 2) && digits.AreJoined(start + 2, start + 4) && digits.AreJoined(start + 4, start + 10) && digits.AreJoined(start + 10, start + length))
            finds.Add(PersonalKind.Licence, digits, start, start + length);
    }

    private static void FindTelephone(Digits digits, int start, Finds finds)
    {
        // +82 10, +82 (0)10, 0082 10: without its 0, a number is the same after the country.
        var country = Holds(digits, start, 0, 0, 8, 2) ? 4 : Holds(digits, start, 8, 2) ? 2 : 0;
        var area = start + country;
        if (country > 0 && area < digits.Count && digits[area] == 0) area++;
        else if (country == 0 && (area >= digits.Count || digits[area++] != 0)) return;
        if (country > 0 && (!digits.AreJoined(start, start + country) || digits.Gap(start + country < digits.Count ? start + country : start) == Digits.Apart)) return;
        if (Area(digits, area) is not var (length, kind) || !digits.AreJoined(country > 0 ? area : start, area + length)) return;
        // 12 digits of a parcel may begin with 82; those of a land line are written with a plus or a gap.
        if (kind == PersonalKind.Landline && country == 2 && digits.Gap(start + 2) == 0 && (digits.At(start) == 0 || digits.Text[digits.At(start) - 1] != '+')) return;
        for (var middle = 4; middle >= 3; middle--)
        {
            var end = area + length + middle + 4;
            if (end > digits.Count || !digits.IsEnd(end) || !digits.AreJoined(area, end, area + length, area + length + middle)) continue;
            finds.Add(kind, digits, start, end);
            return;
        }
    }

    // After the 0: 10 and the old 11, 16 to 19; 2 for Seoul, the provinces, 70 for internet telephones, 50x for numbers that forward. Not 15xx: those are firms.
    private static (int Length, PersonalKind Kind)? Area(Digits digits, int at)
    {
        if (at + 2 >= digits.Count) return null;
        return (digits[at], digits[at + 1]) switch
        {
            (1, 0 or 1 or >= 6) => (2, PersonalKind.Phone),
            (2, _) => (1, PersonalKind.Landline),
            (>= 3 and <= 6, >= 1 and <= 5) or (7, 0) => (2, PersonalKind.Landline),
            (5, 0) => (3, PersonalKind.Landline),
            _ => null,
        };
    }

    private static bool Holds(Digits digits, int start, params ReadOnlySpan<int> wanted)
    {
        if (start + wanted.Length > digits.Count) return false;
        for (var i = 0; i < wanted.Length; i++)
            if (digits[start + i] != wanted[i]) return false;
        return true;
    }
}
