namespace ServiceBot.Bot.Hosting;

/// <summary>Settings are wrong.</summary>
/// <param name="errors">All of them; each names the setting and its value.</param>
internal sealed class SettingsRefusedException(IReadOnlyList<string> errors) : Exception(string.Join(Environment.NewLine, errors))
{
    /// <summary>One sentence for each wrong setting.</summary>
    public IReadOnlyList<string> Errors => errors;
}
