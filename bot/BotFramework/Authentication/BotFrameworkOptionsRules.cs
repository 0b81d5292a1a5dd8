using Microsoft.Extensions.Options;

namespace ServiceBot.Bot.BotFramework.Authentication;

/// <summary>What must hold outside Development.</summary>
internal sealed class BotFrameworkOptionsRules(IHostEnvironment host) : IValidateOptions<BotFrameworkOptions>
{
    public ValidateOptionsResult Validate(string? name, BotFrameworkOptions options)
    {
        if (host.IsDevelopment()) return ValidateOptionsResult.Success;
        var problems = new List<string>();
        if (!options.Authenticates)
            problems.Add($"BotFramework:AppId is empty, which switches authentication off; that is allowed in Development only, and this is {host.EnvironmentName}.");
        if (!IsHttps(options.OpenIdMetadataUrl)) problems.Add($"BotFramework:OpenIdMetadataUrl must begin with https:// outside Development, but is '{options.OpenIdMetadataUrl}'.");
        if (!IsHttps(options.TokenUrl)) problems.Add($"BotFramework:TokenUrl must begin with https:// outside Development, but is '{options.TokenUrl}'.");
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static bool IsHttps(string url) => url.StartsWith("https://", StringComparison.OrdinalIgnoreCase);
}
