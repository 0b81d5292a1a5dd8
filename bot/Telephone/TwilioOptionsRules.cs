using Microsoft.Extensions.Options;
using ServiceBot.CtiAdapter;

namespace ServiceBot.Bot.Telephone;

/// <summary>What must hold outside Development, once the telephone is on.</summary>
internal sealed class TwilioOptionsRules(IHostEnvironment host) : IValidateOptions<TwilioOptions>
{
    public ValidateOptionsResult Validate(string? name, TwilioOptions options)
    {
        var problems = new List<string>();
        if (options.AuthTokens.Exists(string.IsNullOrWhiteSpace)) problems.Add("Twilio:AuthTokens has an empty token, with which anybody could sign.");
        if (!host.IsDevelopment() && options.AuthTokens.Count > 0)
        {
            if (options.AccountSid.Length == 0) problems.Add("Twilio:AccountSid is empty: with Twilio:AuthTokens set, it says whose calls are answered.");
            if (!options.PublicBaseUrl.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
                problems.Add($"Twilio:PublicBaseUrl is '{options.PublicBaseUrl}': outside Development it must begin with https://, since requests are signed for it.");
        }
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }
}
