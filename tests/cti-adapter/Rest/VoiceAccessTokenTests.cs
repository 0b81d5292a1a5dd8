using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;
using ServiceBot.CtiAdapter.Rest;

namespace ServiceBot.CtiAdapter.Tests.Rest;

/// <summary>The company's form of an access token: JWT, HS256, cty <c>twilio-fpa;v=1</c>, grants for voice.</summary>
public class VoiceAccessTokenTests
{
    private readonly StandingClock clock = new();

    [Fact]
    public void It_says_who_may_do_what_and_for_how_long()
    {
        var parts = Tokens().Issue("agent_7", TimeSpan.FromHours(1), "AP0123456789abcdef0123456789abcdef").Split('.');
        var header = Json(parts[0]);
        var payload = Json(parts[1]);
        Assert.Equal(("HS256", "JWT", "twilio-fpa;v=1"), ((string?)header["alg"], (string?)header["typ"], (string?)header["cty"]));
        Assert.Equal((FakeTwilio.Key, FakeTwilio.Account), ((string?)payload["iss"], (string?)payload["sub"]));
        Assert.Equal(clock.GetUtcNow().ToUnixTimeSeconds() + 3600, (long?)payload["exp"]);
        Assert.Equal($"{FakeTwilio.Key}-{clock.GetUtcNow().ToUnixTimeSeconds()}", (string?)payload["jti"]);
        Assert.Equal("""{"identity":"agent_7","voice":{"incoming":{"allow":true},"outgoing":{"application_sid":"AP0123456789abcdef0123456789abcdef"}}}""", payload["grants"]?.ToJsonString());
    }

    [Theory]
    [InlineData("agent 7", 60)]
    [InlineData("", 60)]
    [InlineData("agent_7", 0)]
    [InlineData("agent_7", 25 * 60)]
    public void What_the_company_would_refuse_is_refused_here(string identity, int minutes) =>
        Assert.Throws<ArgumentException>(() => Tokens().Issue(identity, TimeSpan.FromMinutes(minutes)));

    [Fact]
    public void Without_a_key_there_are_no_tokens() =>
        Assert.Contains("Twilio:ApiKeySid", Assert.Throws<InvalidOperationException>(() => Tokens(key: "").Issue("agent_7", TimeSpan.FromHours(1))).Message, StringComparison.Ordinal);

    internal VoiceAccessToken Tokens(string key = FakeTwilio.Key) => new(
        Options.Create(new TwilioOptions { AccountSid = FakeTwilio.Account }), Options.Create(new RestOptions { ApiKeySid = key, ApiKeySecret = FakeTwilio.Secret }), clock);

    private static JsonNode Json(string part) => JsonNode.Parse(Base64UrlEncoder.Decode(part)) ?? throw new InvalidDataException("null");
}
