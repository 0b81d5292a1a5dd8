using System.Globalization;
using System.Xml.Linq;

namespace ServiceBot.CtiAdapter.Simulator;

/// <summary>One element of a document as it is read: attributes have defaults, and what is wrong is noted and skipped, as the company does (warning 12200).</summary>
/// <param name="element">The element.</param>
/// <param name="warnings">Where to note what is wrong.</param>
internal sealed class TwimlElement(XElement element, ICollection<string> warnings)
{
    private readonly HashSet<string> read = new(StringComparer.Ordinal);

    /// <summary>The element itself.</summary>
    public XElement Element => element;

    public string Name => element.Name.LocalName;

    /// <summary>The text inside, without white space around it.</summary>
    public string Content => element.Value.Trim();

    public string Text(string name, string standard) => Attribute(name) ?? standard;

    public string? Address(string name) => Attribute(name) is { Length: > 0 } address ? address : null;

    public bool Flag(string name, bool standard) => Attribute(name) switch
    {
        null => standard,
        "true" => true,
        "false" => false,
        var other => Wrong(name, other, standard),
    };

    public int Number(string name, int standard, int least, int most) => Attribute(name) switch
    {
        null => standard,
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most => number,
        var other => Wrong(name, other, standard),
    };

    public string Choice(string name, string standard, params ReadOnlySpan<string> allowed)
    {
        var value = Attribute(name);
        if (value is null) return standard;
        return allowed.Contains(value) ? value : Wrong(name, value, standard);
    }

    /// <summary>POST or GET.</summary>
    public string Method(string name = "method") => Choice(name, "POST", "POST", "GET");

    /// <summary>The elements inside, except those that may not stand there.</summary>
    public IEnumerable<TwimlElement> Children(params string[] allowed)
    {
        foreach (var child in element.Elements())
        {
            if (allowed.Contains(child.Name.LocalName, StringComparer.Ordinal)) yield return new TwimlElement(child, warnings);
            else Warn($"<{child.Name.LocalName}> may not stand in <{Name}>");
        }
    }

    /// <summary>Notes attributes that were never asked for.</summary>
    /// <param name="known">Attributes that are allowed and make no difference here.</param>
    public void Finish(params string[] known)
    {
        foreach (var attribute in element.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration && !read.Contains(attribute.Name.LocalName) && !known.Contains(attribute.Name.LocalName, StringComparer.Ordinal)))
            Warn($"<{Name}> has no attribute '{attribute.Name.LocalName}'");
    }

    public void Warn(string what) => warnings.Add($"12200: {what}");

    private string? Attribute(string name)
    {
        read.Add(name);
        return element.Attribute(name)?.Value;
    }

    private T Wrong<T>(string name, string value, T standard)
    {
        Warn($"<{Name} {name}=\"{value}\"> is not allowed; it stays '{standard}'");
        return standard;
    }
}
