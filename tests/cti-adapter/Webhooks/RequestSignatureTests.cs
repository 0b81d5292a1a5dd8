using System.Text;
using System.Text.Json;
using ServiceBot.CtiAdapter.Webhooks;

namespace ServiceBot.CtiAdapter.Tests.Webhooks;

/// <summary>How requests are signed, with the example of Twilio's own documentation and cases beside it.</summary>
public class RequestSignatureTests
{
    // twilio.com/docs/usage/security, "Validating Signatures from Twilio".
    private const string Token = "12345";
    private const string Url = "https://mycompany.com/myapp.php?foo=1&bar=2";
    private static readonly KeyValuePair<string, string>[] Call =
    [
        new("CallSid", "CA1234567890ABCDE"), new("Caller", "+14158675309"), new("Digits", "1234"), new("From", "+14158675309"), new("To", "+18005551212"),
    ];

    [Fact]
    public void The_documented_request_has_the_documented_signature() => Assert.Equal("RSOYDt4T1cUTdK1PDd93/VVr8B8=", RequestSignature.Sign(Token, Url, Call));

    [Theory]
    [InlineData("https://bot.example.com/twilio/voice", "https://bot.example.com:443/twilio/voice")]
    [InlineData("https://bot.example.com:8443/twilio/voice", "https://bot.example.com/twilio/voice")]
    [InlineData("http://user:pass@bot.example.com/x", "http://user:pass@bot.example.com:80/x")]
    [InlineData("wss://bot.example.com/twilio/relay", "wss://bot.example.com:443/twilio/relay")]
    [InlineData("https://[::1]/twilio/voice?a=b:c", "https://[::1]:443/twilio/voice?a=b:c")]
    [InlineData("https://bot.example.com/x?q=It's", "https://bot.example.com/x?q=It%27s")]
    public void An_address_may_be_signed_in_another_of_its_forms(string seen, string signed) =>
        Assert.True(RequestSignature.IsValid(Token, seen, Call, RequestSignature.Sign(Token, signed, Call)));

    [Theory]
    [InlineData("https://bot.example.com/twilio/voice", "https://bot.example.com/twilio/voice/")]
    [InlineData("https://bot.example.com/%ED%95%9C", "https://bot.example.com/한")]
    [InlineData("https://bot.example.com/x?a=1&b=2", "https://bot.example.com/x?b=2&a=1")]
    [InlineData("https://bot.example.com/x", "http://bot.example.com/x")]
    [InlineData("https://bot.example.com/x", "https://bot.example.com:444/x")]
    public void Another_address_is_another_signature(string seen, string signed) =>
        Assert.False(RequestSignature.IsValid(Token, seen, Call, RequestSignature.Sign(Token, signed, Call)));

    [Theory]
    [InlineData("")]
    [InlineData("=")]
    [InlineData("RSOYDt4T1cUTdK1PDd93/VVr8B8")]
    [InlineData("서명")]
    public void What_is_no_signature_is_simply_wrong(string signature) => Assert.False(RequestSignature.IsValid(Token, Url, Call, signature));

    [Fact]
    public void Keys_are_ordered_by_code_and_values_are_neither_trimmed_nor_joined()
    {
        KeyValuePair<string, string>[] fields = [new("a", " x "), new("B", ""), new("a", "x"), new("a", "x")];

        Assert.Equal(RequestSignature.Sign(Token, Url + "Ba x ax", []), RequestSignature.Sign(Token, Url, fields));
    }

    [Fact]
    public void A_body_that_is_no_form_must_be_vouched_for_by_its_hash()
    {
        var body = Encoding.UTF8.GetBytes("{}");
        const string Hash = "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a";

        Assert.True(RequestSignature.CoversBody($"https://bot.example.com/x?bodySHA256={Hash}", body, isForm: false));
        Assert.False(RequestSignature.CoversBody("https://bot.example.com/x", body, isForm: false));
        Assert.False(RequestSignature.CoversBody($"https://bot.example.com/x?bodySHA256={Hash[..^1]}", body, isForm: false));
        Assert.False(RequestSignature.CoversBody($"https://bot.example.com/x?bodySHA256={Hash}", "CallSid=CA1"u8, isForm: true));
    }

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Signatures_of_the_official_clients_hold(string group, string name)
    {
        var vector = Read(group).Single(one => one.GetProperty("name").GetString() == name);
        var url = Text(vector, "url");
        var form = vector.GetProperty("params") is { ValueKind: JsonValueKind.Array } fields
            ? fields.EnumerateArray().Select(field => KeyValuePair.Create(field[0].GetString() ?? "", field[1].GetString() ?? "")).ToArray()
            : null;
        var body = vector.TryGetProperty("body", out var json) ? Encoding.UTF8.GetBytes(json.GetString() ?? "") : [];

        var accepted = RequestSignature.IsValid(Text(vector, "token"), url, form ?? [], Text(vector, "signature")) && RequestSignature.CoversBody(url, body, isForm: form is not null);

        Assert.Equal(vector.GetProperty("valid").GetBoolean(), accepted);
    }

    public static TheoryData<string, string> Vectors()
    {
        var names = new TheoryData<string, string>();
        if (!File.Exists(VectorFile)) return new TheoryData<string, string> { { "", "" } };
        foreach (var group in new[] { "official", "oracle", "tamper" })
            foreach (var vector in Read(group)) names.Add(group, Text(vector, "name"));
        return names;
    }

    private static string VectorFile => Path.Combine(SharedData.Directory, "data", "twilio", "signature-vectors.json");

    private static JsonElement[] Read(string group)
    {
        if (!File.Exists(VectorFile)) Assert.Skip($"The vectors are not at '{VectorFile}'; set SERVICEBOT_SHARED.");
        using var file = JsonDocument.Parse(File.ReadAllBytes(VectorFile));
        return [.. file.RootElement.GetProperty(group).Clone().EnumerateArray()];
    }

    private static string Text(JsonElement vector, string name) => vector.GetProperty(name).GetString() ?? "";
}
