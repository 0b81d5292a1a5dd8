using System.Net;
using System.Text;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace ServiceBot.Bot.Tests.BotFramework;

/// <summary>The rules of the Bot Connector's tokens, one by one, by a channel with keys of its own.</summary>
public sealed class AuthenticationTests : IAsyncLifetime
{
    private FakeChannel channel = null!;
    private EdgeHost host = null!;

    public async ValueTask InitializeAsync()
    {
        channel = await FakeChannel.StartAsync();
        host = await EdgeHost.StartAsync(settings: channel.Settings);
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        await channel.DisposeAsync();
    }

    [Fact]
    public async Task A_token_that_is_right_in_every_way_is_accepted() => await AcceptedAsync(channel.Token());

    [Theory]
    [InlineData(SecurityAlgorithms.RsaSha384)]
    [InlineData(SecurityAlgorithms.RsaSha512)]
    public async Task The_longer_hashes_are_accepted(string algorithm) =>
        await AcceptedAsync(channel.Token(token => token.SigningCredentials = new SigningCredentials(channel.Key(), algorithm)));

    [Fact]
    public async Task The_service_url_is_compared_without_regard_to_case() =>
        await AcceptedAsync(channel.Token(token => token.Claims["serviceurl"] = channel.Address.ToUpperInvariant()));

    [Fact]
    public async Task A_token_that_ran_out_four_minutes_ago_is_accepted_for_clocks_differ() =>
        await AcceptedAsync(channel.Token(token => Shift(token, TimeSpan.FromMinutes(-14))));

    [Fact]
    public async Task A_token_that_ran_out_six_minutes_ago_is_refused() =>
        await RefusedAsync(channel.Token(token => Shift(token, TimeSpan.FromMinutes(-16))));

    [Fact]
    public async Task A_token_that_begins_in_four_minutes_is_accepted() =>
        await AcceptedAsync(channel.Token(token => Shift(token, TimeSpan.FromMinutes(4))));

    [Fact]
    public async Task A_token_that_begins_in_six_minutes_is_refused() =>
        await RefusedAsync(channel.Token(token => Shift(token, TimeSpan.FromMinutes(6))));

    [Fact]
    public async Task A_token_without_an_end_is_refused() => await RefusedAsync(channel.Token(token => token.Expires = null));

    [Theory]
    [InlineData("https://api.botframework.com")]
    [InlineData("https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/")]
    [InlineData("https://issuer.example/")]
    [InlineData("")]
    public async Task Another_issuer_is_refused(string issuer) => await RefusedAsync(channel.Token(token => token.Issuer = issuer));

    [Theory]
    [InlineData("99999999-2222-3333-4444-555555555555")]
    [InlineData("https://api.botframework.com")]
    [InlineData("")]
    public async Task Another_audience_is_refused(string audience) => await RefusedAsync(channel.Token(token => token.Audience = audience));

    [Fact]
    public async Task An_unsigned_token_is_refused()
    {
        var payload = new JsonWebToken(channel.Token()).EncodedPayload;
        await RefusedAsync(Base64UrlEncoder.Encode("""{"alg":"none","typ":"JWT","kid":"k1"}""") + "." + payload + ".");
        await RefusedAsync(Base64UrlEncoder.Encode("""{"alg":"none","typ":"JWT","kid":"k1"}""") + "." + payload + "." + new JsonWebToken(channel.Token()).EncodedSignature);
    }

    [Fact]
    public async Task A_token_signed_with_the_public_key_as_a_secret_is_refused()
    {
        var secret = Encoding.ASCII.GetBytes(Base64UrlEncoder.Encode(channel.Key().Rsa.ExportRSAPublicKey()));
        await RefusedAsync(channel.Token(token => token.SigningCredentials = new SigningCredentials(new SymmetricSecurityKey(secret) { KeyId = "k1" }, SecurityAlgorithms.HmacSha256)));
    }

    [Fact]
    public async Task A_PSS_signature_is_refused() =>
        await RefusedAsync(channel.Token(token => token.SigningCredentials = new SigningCredentials(channel.Key(), SecurityAlgorithms.RsaSsaPssSha256)));

    [Fact]
    public async Task A_payload_that_was_changed_is_refused()
    {
        var parts = channel.Token().Split('.');
        parts[1] = Base64UrlEncoder.Encode(Base64UrlEncoder.Decode(parts[1]).Replace("\"iat\"", "\"jat\"", StringComparison.Ordinal));
        await RefusedAsync(string.Join('.', parts));
    }

    [Fact]
    public async Task A_token_without_a_service_url_is_refused() => await RefusedAsync(channel.Token(token => token.Claims.Remove("serviceurl")));

    [Fact]
    public async Task A_token_for_another_service_url_is_refused() => await RefusedAsync(channel.Token(token => token.Claims["serviceurl"] = "https://attacker.example"));

    [Fact]
    public async Task An_activity_with_another_service_url_than_the_tokens_is_refused() =>
        await RefusedAsync(channel.Token(), channel.Message("x", "1", serviceUrl: "https://attacker.example"));

    [Fact]
    public async Task A_key_that_is_not_endorsed_for_the_channel_is_refused() => await RefusedAsync(channel.Token(), channel.Message("x", "1", channelId: "slack"));

    [Fact]
    public async Task A_key_without_any_endorsement_is_refused() => await RefusedAsync(channel.Token(kid: "k-bare"));

    [Fact]
    public async Task A_key_of_an_unknown_id_is_refused() =>
        await RefusedAsync(channel.Token(token => token.SigningCredentials = new SigningCredentials(new RsaSecurityKey(channel.Key().Rsa) { KeyId = "unknown" }, SecurityAlgorithms.RsaSha256)));

    [Fact]
    public async Task A_key_of_a_known_id_that_is_another_is_refused()
    {
        using var other = System.Security.Cryptography.RSA.Create(2048);
        await RefusedAsync(channel.Token(token => token.SigningCredentials = new SigningCredentials(new RsaSecurityKey(other) { KeyId = "k1" }, SecurityAlgorithms.RsaSha256)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Bearer a.b.c")]
    [InlineData("Bearer not-a-token")]
    [InlineData("Basic dXNlcjpwYXNz")]
    [InlineData("Bearer eyJhbGciOiJSUzI1NiIsImtpZCI6ImsxIn0.e30.AAAA")]
    public async Task A_missing_or_malformed_header_is_refused(string? header)
    {
        (string, string)[] headers = header is null ? [] : [("Authorization", header)];
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.PostAsync("/api/messages", channel.Message("x", "1"), null, headers)).StatusCode);
        Assert.Empty(host.Turns.Seen);
    }

    [Fact]
    public async Task A_token_with_something_before_or_after_it_is_refused()
    {
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.PostAsync("/api/messages", channel.Message("x", "1"), null, ("Authorization", $"Bearer {channel.Token()} x"))).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.PostAsync("/api/messages", channel.Message("x", "1"), null, ("Authorization", $"x Bearer {channel.Token()}"))).StatusCode);
    }

    [Fact]
    public async Task Who_may_not_speak_learns_nothing_of_how_the_body_is_read() =>
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.PostAsync("/api/messages", "not JSON", "bad")).StatusCode);

    [Fact]
    public async Task A_key_that_came_later_is_found_and_unknown_ones_are_asked_for_once_an_hour()
    {
        await AcceptedAsync(channel.Token());
        channel.AddKey("k2", ["webchat"]);
        await AcceptedAsync(channel.Token(kid: "k2"), id: "2");
        channel.AddKey("k3", ["webchat"]);
        await RefusedAsync(channel.Token(kid: "k3"));
        Assert.Equal(2, channel.MetadataReads);
        host.Clock.Shift = TimeSpan.FromMinutes(61);
        await AcceptedAsync(channel.Token(token => Shift(token, host.Clock.Shift), "k3"), id: "3");
    }

    [Fact]
    public async Task Keys_that_were_seen_serve_on_while_the_metadata_cannot_be_had()
    {
        await AcceptedAsync(channel.Token());
        channel.HasMetadata = false;
        host.Clock.Shift = TimeSpan.FromHours(25);
        await AcceptedAsync(channel.Token(token => Shift(token, host.Clock.Shift)), id: "2");
    }

    [Fact]
    public async Task Metadata_that_was_never_had_answers_503_for_that_is_not_the_channels_fault()
    {
        channel.HasMetadata = false;
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await host.PostAsync("/api/messages", channel.Message("x", "1"), channel.Token())).StatusCode);
    }

    [Fact]
    public async Task Without_an_app_id_the_bot_refuses_to_start_outside_Development()
    {
        var error = await Assert.ThrowsAsync<OptionsValidationException>(() => EdgeHost.StartAsync("Production"));
        Assert.Contains("BotFramework:AppId is empty", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Addresses_of_keys_and_tokens_must_be_https_outside_Development()
    {
        var error = await Assert.ThrowsAsync<OptionsValidationException>(() => EdgeHost.StartAsync("Production", settings: channel.Settings));
        Assert.Contains("BotFramework:OpenIdMetadataUrl", error.Message, StringComparison.Ordinal);
        Assert.Contains("BotFramework:TokenUrl", error.Message, StringComparison.Ordinal);
    }

    private static void Shift(SecurityTokenDescriptor token, TimeSpan by)
    {
        token.NotBefore += by;
        token.Expires += by;
    }

    private async Task AcceptedAsync(string token, string? body = null, string id = "1")
    {
        var before = host.Turns.Seen.Count;
        Assert.Equal(HttpStatusCode.OK, (await host.PostAsync("/api/messages", body ?? channel.Message("x", id), token)).StatusCode);
        Assert.Equal(before + 1, host.Turns.Seen.Count);
    }

    private async Task RefusedAsync(string token, string? body = null)
    {
        var before = host.Turns.Seen.Count;
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.PostAsync("/api/messages", body ?? channel.Message("x", "1"), token)).StatusCode);
        Assert.Equal(before, host.Turns.Seen.Count);
    }
}
