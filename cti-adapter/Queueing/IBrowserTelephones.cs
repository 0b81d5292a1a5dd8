using System.Globalization;
using System.Text;
using Microsoft.Extensions.Options;
using ServiceBot.CtiAdapter.Rest;

namespace ServiceBot.CtiAdapter.Queueing;

/// <summary>Telephones in agents' browsers, by the company's Voice SDK. A browser that holds a token takes the calls to that agent's address.</summary>
public interface IBrowserTelephones
{
    /// <summary>Whether there can be any: tokens are signed with a key of the account (<c>Twilio:ApiKeySid</c>).</summary>
    bool AreOffered { get; }

    /// <summary>Where an agent's browser is rung, for <see cref="IAgentCalls"/>.</summary>
    /// <param name="agentId">The agent, 1 to 40 characters.</param>
    string AddressOf(string agentId);

    /// <summary>Leave for an agent's browser to take calls.</summary>
    /// <param name="agentId">The agent, 1 to 40 characters.</param>
    /// <param name="life">How long, up to 24 hours.</param>
    /// <exception cref="InvalidOperationException">None are offered.</exception>
    /// <exception cref="ArgumentException">The life is not allowed, or the id too long.</exception>
    string TokenFor(string agentId, TimeSpan life);
}

/// <summary>By access tokens of the company.</summary>
internal sealed class BrowserTelephones(VoiceAccessToken tokens, IOptions<RestOptions> options) : IBrowserTelephones
{
    /// <inheritdoc/>
    public bool AreOffered => options.Value is { ApiKeySid.Length: > 0, ApiKeySecret.Length: > 0 };

    /// <inheritdoc/>
    public string AddressOf(string agentId) => AgentAddress.OfBrowser(Identity(agentId));

    /// <inheritdoc/>
    public string TokenFor(string agentId, TimeSpan life) => tokens.Issue(Identity(agentId), life);

    // The company knows letters, digits and underscores; every other byte is written as an underscore and two hexadecimal digits, so that no two agents share a name.
    private static string Identity(string agentId)
    {
        var identity = new StringBuilder();
        foreach (var octet in Encoding.UTF8.GetBytes(agentId))
        {
            if (char.IsAsciiLetterOrDigit((char)octet)) identity.Append((char)octet);
            else identity.Append(CultureInfo.InvariantCulture, $"_{octet:x2}");
        }
        return AgentAddress.IsIdentity(identity.ToString()) ? identity.ToString() : throw new ArgumentException($"No browser's telephone can be named after '{agentId}'.", nameof(agentId));
    }
}
