using System.Collections.Immutable;

namespace ServiceBot.CtiAdapter.Rest;

/// <summary>Something that we ask of the company.</summary>
/// <param name="Method">GET, POST or DELETE.</param>
/// <param name="Path">Below the account, such as <c>Calls.json</c>.</param>
internal sealed record RestRequest(HttpMethod Method, string Path)
{
    /// <summary>Fields of the form, or of the query where it is GET; a name may stand several times.</summary>
    public ImmutableArray<(string Name, string Value)> Fields { get; init; } = [];

    /// <summary>Whether it may be asked again without doing anything twice.</summary>
    public bool IsRepeatable { get; init; }

    /// <summary>Reads something.</summary>
    public static RestRequest Get(string path, params ReadOnlySpan<(string Name, string? Value)> fields) => new(HttpMethod.Get, path) { Fields = Present(fields), IsRepeatable = true };

    /// <summary>Sets something to a state; to set it again changes nothing.</summary>
    public static RestRequest Set(string path, params ReadOnlySpan<(string Name, string? Value)> fields) => new(HttpMethod.Post, path) { Fields = Present(fields), IsRepeatable = true };

    /// <summary>Makes something new; to ask again would make another.</summary>
    public static RestRequest Create(string path, params ReadOnlySpan<(string Name, string? Value)> fields) => new(HttpMethod.Post, path) { Fields = Present(fields) };

    /// <summary>Removes something.</summary>
    public static RestRequest Delete(string path) => new(HttpMethod.Delete, path) { IsRepeatable = true };

    private static ImmutableArray<(string, string)> Present(ReadOnlySpan<(string Name, string? Value)> fields)
    {
        var present = ImmutableArray.CreateBuilder<(string, string)>(fields.Length);
        foreach (var (name, value) in fields)
            if (value is not null) present.Add((name, value));
        return present.ToImmutable();
    }
}
