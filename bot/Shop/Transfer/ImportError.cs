using System.Globalization;
using System.Text;

namespace ServiceBot.Bot.Shop.Transfer;

/// <summary>Something in a file that keeps it from being imported.</summary>
/// <param name="File">The file as it was named.</param>
/// <param name="Line">The line from one; 0 where it is about the file.</param>
/// <param name="Field">Where in the line, such as <c>lines[2].unitPrice</c>; empty where it is about the line.</param>
/// <param name="Value">What stands there.</param>
/// <param name="Message">What is wrong with it.</param>
internal sealed record ImportError(string File, int Line, string Field, string? Value, string Message)
{
    private const int Longest = 80;

    /// <inheritdoc/>
    public override string ToString()
    {
        var text = new StringBuilder(File);
        if (Line > 0) text.Append(CultureInfo.InvariantCulture, $":{Line}");
        text.Append(": ");
        if (Field.Length > 0) text.Append(Field).Append(' ');
        if (Value is not null) text.Append("is '").Append(Value.Length > Longest ? Value[..Longest] + "…" : Value).Append("', but ");
        return text.Append(Message).ToString();
    }
}
