using System.Collections.Immutable;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using ServiceBot.Bot.Tests.DirectLine;
using ServiceBot.Bot.Tests.Hosting;
using ServiceBot.CtiAdapter.Simulator;

namespace ServiceBot.Bot.Tests.Telephone;

/// <summary>The company's own library (npm twilio) as the other side of the telephone.</summary>
public sealed class OfficialTwilioTests : IDisposable
{
    private const string Account = "AC0123456789abcdef0123456789abcdef";
    private const string Token = "a-token-of-the-tests-0123456789ab";
    private readonly TemporaryDirectory directory = new();

    public void Dispose() => directory.Dispose();

    [Fact]
    public Task What_the_library_signs_is_let_in_and_what_was_changed_since_is_not() => Serving(async address =>
    {
        var url = new Uri(address, "/twilio/voice").AbsoluteUri;
        var said = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["CallSid"] = "CA0123456789abcdef0123456789abcdef", ["AccountSid"] = Account, ["From"] = "+821000001234", ["To"] = "+8215880000", ["CallStatus"] = "ringing",
            ["Caller Name"] = " 김하늘 & 'Co' ", ["Empty"] = "",
        };
        var signature = (string?)(await AskAsync("sign", new { token = Token, requests = new[] { new { url, @params = said } } }))[0] ?? "";
        using var client = new HttpClient();
        Assert.Equal(HttpStatusCode.OK, await PostAsync(client, url, said, signature));
        said["From"] = "+821000005678";
        Assert.Equal(HttpStatusCode.Forbidden, await PostAsync(client, url, said, signature));
    });

    [Theory]
    [InlineData("ko", "주전자가 깨져서 왔어요. 반품할래요|김하늘, 04524|상담원")]
    [InlineData("en", "9|I want to return the kettle|Emily Carter, 03087|agent")]
    public Task Every_document_of_a_call_is_one_that_the_library_would_write(string language, string script) => Serving(async address =>
    {
        var call = await PlayAsync(address, script.Split('|'));
        var answered = call.Log.Events.OfType<WebhookAnswered>().ToArray();
        Assert.All(answered, answer => Assert.True(answer.Fault is null && answer.Warnings.IsEmpty, $"{language}: {answer.Why}: {answer.Fault} {string.Join(' ', answer.Warnings)}"));
        var documents = answered.Select(answer => answer.Document).OfType<string>().Select(XDocument.Parse).Select(document => document.Root ?? new XElement("none")).ToArray();
        var rebuilt = (await AskAsync("rebuild", new { documents = documents.Select(Tree) })).AsArray();
        Assert.Equal(documents.Length, rebuilt.Count);
        foreach (var (document, again) in documents.Zip(rebuilt))
        {
            Assert.Equal("[]", again?["complaints"]?.ToJsonString());
            Assert.Equal(Plain(document), Plain(XDocument.Parse((string?)again?["xml"] ?? "").Root ?? new XElement("none")));
        }
    });

    [Fact]
    public Task What_our_telephone_company_signs_the_library_accepts() => Serving(async address =>
    {
        using var call = await PlayAsync(address, []);
        var asked = call.Log.Events.OfType<WebhookAnswered>().First();
        var signature = CtiAdapter.Webhooks.RequestSignature.Sign(Token, asked.Url, asked.Parameters.Select(parameter => KeyValuePair.Create(parameter.Name, parameter.Value)));
        var parameters = asked.Parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Value, StringComparer.Ordinal);
        Assert.True((bool?)await AskAsync("validate", new { token = Token, signature, url = asked.Url, @params = parameters }));
    });

    private static async Task<SimulatedCall> PlayAsync(Uri address, IEnumerable<string> acts)
    {
        var network = new PhoneNetwork(new HttpClient(), new SimulatedAccount(Account, Token, address, $"{address}none"), new ShiftedClock());
        var call = network.Place("+821000001234", "+8215880000") ?? throw new InvalidOperationException("The network is full.");
        await call.RingAsync(TestContext.Current.CancellationToken);
        foreach (var act in acts)
            await call.ActAsync(act.Length == 1 ? new Pressed(act[0]) : new Spoke(act, 0.95), TestContext.Current.CancellationToken);
        await call.ActAsync(new KeptSilent(), TestContext.Current.CancellationToken);
        await call.ActAsync(new HungUp(), TestContext.Current.CancellationToken);
        return call;
    }

    private static Task<JsonNode> AskAsync(string scenario, object argument) => NodeClient.RunAsync("twilio.cjs", scenario, "-", [JsonSerializer.Serialize(argument)]);

    private static async Task<HttpStatusCode> PostAsync(HttpClient client, string url, Dictionary<string, string> said, string signature)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new FormUrlEncodedContent(said) };
        request.Headers.TryAddWithoutValidation("X-Twilio-Signature", signature);
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    private static JsonObject Tree(XElement element) => new()
    {
        ["name"] = element.Name.LocalName,
        ["attributes"] = new JsonObject(element.Attributes().Select(attribute => KeyValuePair.Create(Name(attribute), (JsonNode?)attribute.Value))),
        ["children"] = new JsonArray([.. element.Nodes().Select(node => node is XElement inner ? Tree(inner) : (JsonNode?)((XText)node).Value)]),
    };

    private static string Name(XAttribute attribute) => attribute.Name.Namespace == XNamespace.Xml ? $"xml:{attribute.Name.LocalName}" : attribute.Name.LocalName;

    // Without regard to the order of attributes.
    private static string Plain(XElement element) => new XElement(element.Name, element.Attributes().OrderBy(Name, StringComparer.Ordinal), element.Nodes().Select(node => node is XElement inner ? XElement.Parse(Plain(inner), LoadOptions.PreserveWhitespace) : node)).ToString(SaveOptions.DisableFormatting);

    private Task Serving(Func<Uri, Task> act) => ServiceBotProcess.WhileServingAsync(
        directory.Path, act, "--Shop:Demo", "true", "--Twilio:AccountSid", Account, "--Twilio:AuthTokens:0", Token, $"--contentRoot={Path.Combine(Repository.Root, "bot")}");
}
