using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ServiceBot.Dialogs.ShopFacts;

namespace ServiceBot.Dialogs.Policies;

/// <summary>The content hash of a quote: order, lines, rule, what becomes of the goods, when the money is due, items and parts.</summary>
internal static class QuoteHash
{
    public static string Of(ReturnRequest request, Verdict verdict, ImmutableArray<QuoteItem> items, ImmutableArray<RefundPart> parts)
    {
        var text = new StringBuilder();
        Add(request.Order.Id, request.Order.Currency, request.Reason, verdict.Rule, verdict.Goods, verdict.Postage, verdict.RefundDue?.Clock, verdict.RefundDue?.On?.DayNumber);
        foreach (var asked in request.Lines) Add("line", asked.LineId, asked.Quantity);
        foreach (var item in items) Add("item", item.Kind, item.LineId, item.Amount.Minor);
        foreach (var part in parts) Add("part", part.PaymentMethodId, part.Kind, part.PaymentId, part.Amount);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, 16));

        void Add(params ReadOnlySpan<object?> values)
        {
            // Each value with its length, so that no two contents can read the same.
            foreach (var value in values)
            {
                var written = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
                text.Append(CultureInfo.InvariantCulture, $"{written.Length}:{written};");
            }
        }
    }
}
