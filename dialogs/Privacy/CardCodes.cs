namespace ServiceBot.Dialogs.Privacy;

/// <summary>The code from the back of a card: three or four digits near the words for it, or near a card's number.</summary>
internal static class CardCodes
{
    private const int Near = 40;
    private const int Longest = 4;

    private static readonly string[] CodeWords = ["CVC", "CVV", "뒷면", "보안코드", "보안 코드", "security code"];

    /// <summary>Finds the codes.</summary>
    /// <param name="text">Where.</param>
    /// <param name="digits">Its digits.</param>
    /// <param name="finds">What was found so far; the cards among it count.</param>
    /// <param name="besideCards">Whether a card's number alone is enough; then a year beside it goes too.</param>
    public static void Find(CanonicalText text, Digits digits, Finds finds, bool besideCards)
    {
        var places = new List<(int Start, int End)>();
        foreach (var word in CodeWords)
            foreach (var end in Words.EndsOf(text.Signs, word)) places.Add((end - word.Length, end));
        if (besideCards) places.AddRange(finds.Cards);
        if (places.Count == 0) return;
        var taken = finds.Taken();
        var seen = 0;
        foreach (var place in places.OrderBy(place => place.Start))
        {
            // Digits that were looked at for a place before are not looked at again: time stays linear.
            for (seen = Math.Max(seen, digits.FirstFrom(place.Start - Near - Longest)); seen < digits.Count && digits.At(seen) <= place.End + Near; seen++)
            {
                if (!digits.IsGroupStart(seen) || taken[digits.At(seen)]) continue;
                var end = seen + 1;
                while (end < digits.Count && digits.Gap(end) == 0) end++;
                if (end - seen is 3 or Longest && place.Start - digits.At(end - 1) <= Near) finds.Add(PersonalKind.CardCode, digits, seen, end);
            }
        }
    }
}
