using System.Globalization;
using System.Text;

namespace ServiceBot.Dialogs.Flow;

/// <summary>What was read back, as a hash of its content: a yes binds only to what was read.</summary>
internal static class ReadBacks
{
    public static string HashOf(Question question)
    {
        var content = new StringBuilder();
        foreach (var sentence in question.Lead.Append(question.Ask))
        {
            content.Append(sentence.Key).Append('\n');
            foreach (var (name, value) in sentence.Arguments)
                content.Append(name).Append('=').Append(value is System.Collections.IEnumerable many and not string ? string.Join('|', many.Cast<object>()) : string.Create(CultureInfo.InvariantCulture, $"{value}")).Append('\n');
        }
        return Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(content.ToString())))[..32];
    }
}
