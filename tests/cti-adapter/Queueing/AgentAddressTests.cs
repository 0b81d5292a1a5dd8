using Microsoft.Extensions.Options;
using ServiceBot.CtiAdapter.Queueing;
using ServiceBot.CtiAdapter.Rest;
using ServiceBot.CtiAdapter.Tests.Rest;
using ServiceBot.CtiAdapter.Twiml;

namespace ServiceBot.CtiAdapter.Tests.Queueing;

/// <summary>Where agents are rung: telephones and browsers.</summary>
public class AgentAddressTests
{
    [Theory]
    [InlineData("+82212345678", true)]
    [InlineData("client:agent_7", true)]
    [InlineData("client:", false)]
    [InlineData("client:a b", false)]
    [InlineData("client:<Hangup/>", false)]
    [InlineData("sip:a@example.com", false)]
    [InlineData("0212345678", false)]
    [InlineData("", false)]
    public void Only_numbers_and_browsers_can_be_rung(string address, bool isValid) => Assert.Equal(isValid, AgentAddress.IsValid(address));

    [Fact]
    public void A_browser_is_dialled_as_a_client()
    {
        Assert.Equal(new Client("agent_7"), AgentAddress.Noun("client:agent_7"));
        Assert.Equal(new Number("+82212345678"), AgentAddress.Noun("+82212345678"));
    }

    [Fact]
    public void No_two_agents_share_a_browser()
    {
        var telephones = Telephones(FakeTwilio.Key);
        string[] agents = ["jieun", "ji-eun", "ji_eun", "ji_2deun", "지은", "ji eun"];
        var addresses = agents.Select(telephones.AddressOf).ToArray();
        Assert.Equal(agents.Length, addresses.Distinct(StringComparer.Ordinal).Count());
        Assert.All(addresses, address => Assert.True(AgentAddress.IsValid(address), address));
        Assert.Throws<ArgumentException>(() => telephones.AddressOf(new string('가', 41)));
    }

    [Fact]
    public void A_token_opens_the_address_of_its_agent()
    {
        var telephones = Telephones(FakeTwilio.Key);
        Assert.True(telephones.AreOffered);
        var payload = Microsoft.IdentityModel.Tokens.Base64UrlEncoder.Decode(telephones.TokenFor("ji-eun", TimeSpan.FromHours(1)).Split('.')[1]);
        Assert.Contains($"\"identity\":\"{telephones.AddressOf("ji-eun")["client:".Length..]}\"", payload, StringComparison.Ordinal);
        Assert.False(Telephones("").AreOffered);
    }

    private static BrowserTelephones Telephones(string key)
    {
        var options = Options.Create(new RestOptions { ApiKeySid = key, ApiKeySecret = FakeTwilio.Secret });
        return new(new VoiceAccessToken(Options.Create(new TwilioOptions { AccountSid = FakeTwilio.Account }), options, new StandingClock()), options);
    }
}
