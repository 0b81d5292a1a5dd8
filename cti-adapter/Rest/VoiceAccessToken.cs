using System.Globalization;
using System.Text;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using ServiceBot.CtiAdapter.Queueing;

namespace ServiceBot.CtiAdapter.Rest;

/// <summary>Leave for one agent's browser to take and place calls with the company's Voice SDK (twilio.com/docs/iam/access-tokens).</summary>
internal sealed class VoiceAccessToken(IOptions<TwilioOptions> account, IOptions<RestOptions> options, TimeProvider clock)
{
    /// <summary>The longest that a token may live.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    private static readonly JsonWebTokenHandler Handler = new() { SetDefaultTimesOnTokenCreation = false };

    /// <summary>Issues a token.</summary>
    /// <param name="identity">Who the agent is, 1 to 121 letters, digits and underscores: calls reach them as <c>client:identity</c>.</param>
    /// <param name="life">At most <see cref="Longest"/>.</param>
    /// <param name="outgoingApplicationSid">The application that answers calls which the agent places, or null where they may place none.</param>
    /// <exception cref="InvalidOperationException">No key is set: tokens are signed with one.</exception>
    /// <exception cref="ArgumentException">The identity or the life is not allowed.</exception>
    public string Issue(string identity, TimeSpan life, string? outgoingApplicationSid = null)
    {
        var (key, secret) = (options.Value.ApiKeySid, options.Value.ApiKeySecret);
        if (key.Length == 0 || secret.Length == 0) throw new InvalidOperationException("Twilio:ApiKeySid and Twilio:ApiKeySecret are empty: access tokens are signed with a key.");
        if (!AgentAddress.IsIdentity(identity)) throw new ArgumentException($"The identity '{identity}' is not 1 to 121 letters, digits and underscores.", nameof(identity));
        if (life <= TimeSpan.Zero || life > Longest) throw new ArgumentException($"A token lives up to {Longest}, not {life}.", nameof(life));

        var now = clock.GetUtcNow();
        return Handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = key,
            IssuedAt = now.UtcDateTime,
            Expires = (now + life).UtcDateTime,
            AdditionalHeaderClaims = new Dictionary<string, object>(StringComparer.Ordinal) { ["cty"] = "twilio-fpa;v=1" },
            Claims = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["sub"] = account.Value.AccountSid,
                ["jti"] = $"{key}-{now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)}",
                ["grants"] = Grants(identity, outgoingApplicationSid),
            },
            SigningCredentials = new SigningCredentials(new SymmetricSecurityKey(Encoding.UTF8.GetBytes(secret)), SecurityAlgorithms.HmacSha256),
        });
    }

    private static Dictionary<string, object> Grants(string identity, string? outgoingApplicationSid)
    {
        var voice = new Dictionary<string, object>(StringComparer.Ordinal) { ["incoming"] = new Dictionary<string, object>(StringComparer.Ordinal) { ["allow"] = true } };
        if (outgoingApplicationSid is not null) voice["outgoing"] = new Dictionary<string, object>(StringComparer.Ordinal) { ["application_sid"] = outgoingApplicationSid };
        return new Dictionary<string, object>(StringComparer.Ordinal) { ["identity"] = identity, ["voice"] = voice };
    }
}
