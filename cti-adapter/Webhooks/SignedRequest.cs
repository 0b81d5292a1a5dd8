namespace ServiceBot.CtiAdapter.Webhooks;

/// <summary>A request whose signature was right.</summary>
/// <param name="Fields">What it says, by name; of a repeated one the last. Unknown ones are left alone.</param>
internal sealed record SignedRequest(IReadOnlyDictionary<string, string> Fields)
{
    /// <summary>The call that it is about; empty where it is about none.</summary>
    public string CallSid => this["CallSid"];

    /// <summary>The value of a field, or an empty string.</summary>
    public string this[string name] => Fields.GetValueOrDefault(name, "");
}
