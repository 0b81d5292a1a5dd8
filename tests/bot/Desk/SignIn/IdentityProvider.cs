using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace ServiceBot.Bot.Tests.Desk.SignIn;

/// <summary>A company's OpenID Connect provider, on this machine: code flow with PKCE, codes that are good once, keys that change.</summary>
internal sealed class IdentityProvider : IAsyncDisposable
{
    public const string ClientId = "the-desk";
    public const string ClientSecret = "the desk's own secret";

    private readonly WebApplication app;
    private readonly ConcurrentDictionary<string, (string Nonce, string Challenge, string Redirect)> codes = new(StringComparer.Ordinal);
    private RSA key = RSA.Create(2048);
    private string kid = "k1";

    private IdentityProvider(WebApplication app) => this.app = app;

    public string Address => app.Urls.Single();

    /// <summary>Who signs in.</summary>
    public string Subject { get; set; } = "u-77";
    public string Name { get; set; } = "오세훈";
    public string[] Roles { get; set; } = ["servicebot-agent", "something-else"];

    /// <summary>Whether people may be sent here to sign out.</summary>
    public bool SignsOut { get; set; } = true;

    /// <summary>Who was signed out here, in order.</summary>
    public ConcurrentQueue<string> SignedOut { get; } = new();

    /// <summary>What a test spoils in the next tokens.</summary>
    public Action<SecurityTokenDescriptor>? Spoil { get; set; }

    /// <summary>Makes the whole token otherwise, from the one that would be right.</summary>
    public Func<string, string>? Forge { get; set; }

    public Func<DateTimeOffset> Now { get; set; } = () => default;

    public static async Task<IdentityProvider> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var provider = new IdentityProvider(builder.Build());
        provider.Map();
        await provider.app.StartAsync();
        return provider;
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync(new CancellationToken(canceled: true));
        await app.DisposeAsync();
        key.Dispose();
    }

    public void ChangeKeys() => (key, kid) = (RSA.Create(2048), "k2");

    public RsaSecurityKey Key => new(key) { KeyId = kid };

    public string Token(IDictionary<string, object> claims)
    {
        var now = Now().UtcDateTime;
        var descriptor = new SecurityTokenDescriptor
        {
            Issuer = Address, Audience = ClientId, NotBefore = now, IssuedAt = now, Expires = now.AddMinutes(5), Claims = claims,
            SigningCredentials = new SigningCredentials(Key, SecurityAlgorithms.RsaSha256),
        };
        Spoil?.Invoke(descriptor);
        var token = new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(descriptor);
        return Forge?.Invoke(token) ?? token;
    }

    /// <summary>The person's name and password were right: the address to which the browser is sent back.</summary>
    public async Task<string> ApproveAsync(Uri authorize)
    {
        using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        using var answer = await browser.GetAsync(authorize);
        return answer.Headers.Location?.PathAndQuery ?? throw new InvalidOperationException($"The provider answered {answer.StatusCode} to {authorize}.");
    }

    private void Map()
    {
        app.MapGet("/.well-known/openid-configuration", () => Results.Json(new
        {
            issuer = Address, authorization_endpoint = Address + "/authorize", token_endpoint = Address + "/token", jwks_uri = Address + "/keys",
            end_session_endpoint = SignsOut ? Address + "/logout" : null,
        }));
        app.MapGet("/logout", async (HttpRequest request) =>
        {
            var asked = request.Query;
            var read = await new JsonWebTokenHandler { MapInboundClaims = false }.ValidateTokenAsync(asked["id_token_hint"], new TokenValidationParameters
            {
                ValidIssuer = Address, ValidAudience = ClientId, IssuerSigningKey = Key, ValidateLifetime = false, // an old token is as good for it
            });
            if (!read.IsValid || asked["client_id"] != ClientId || !asked["post_logout_redirect_uri"].ToString().EndsWith("/desk", StringComparison.Ordinal)) return Results.BadRequest();
            SignedOut.Enqueue(((JsonWebToken)read.SecurityToken).Subject);
            return Results.Redirect(asked["post_logout_redirect_uri"].ToString());
        });
        app.MapGet("/keys", () =>
        {
            var parameters = key.ExportParameters(includePrivateParameters: false);
            return Results.Json(new { keys = new[] { new { kty = "RSA", use = "sig", kid, n = Base64UrlEncoder.Encode(parameters.Modulus), e = Base64UrlEncoder.Encode(parameters.Exponent) } } });
        });
        app.MapGet("/authorize", (HttpRequest request) =>
        {
            var asked = request.Query;
            if (asked["client_id"] != ClientId || asked["response_type"] != "code" || !asked["scope"].ToString().Contains("openid", StringComparison.Ordinal) || asked["code_challenge_method"] != "S256")
                return Results.BadRequest();
            var code = RandomNumberGenerator.GetHexString(32);
            codes[code] = (asked["nonce"].ToString(), asked["code_challenge"].ToString(), asked["redirect_uri"].ToString());
            return Results.Redirect(QueryHelpers.AddQueryString(asked["redirect_uri"].ToString(), new Dictionary<string, string?> { ["code"] = code, ["state"] = asked["state"].ToString() }));
        });
        app.MapPost("/token", (HttpRequest request) =>
        {
            var form = request.Form;
            if (form["client_id"] != ClientId || form["client_secret"] != ClientSecret || !codes.TryRemove(form["code"].ToString(), out var grant) || form["redirect_uri"] != grant.Redirect
                || Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString()))) != grant.Challenge)
                return Results.Json(new { error = "invalid_grant" }, statusCode: 400);
            var token = Token(new Dictionary<string, object>(StringComparer.Ordinal) { ["sub"] = Subject, ["name"] = Name, ["roles"] = Roles, ["nonce"] = grant.Nonce });
            return Results.Json(new { access_token = "nothing we use", token_type = "Bearer", expires_in = 300, id_token = token });
        });
    }
}
