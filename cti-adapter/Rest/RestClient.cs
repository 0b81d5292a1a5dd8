using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Polly;

namespace ServiceBot.CtiAdapter.Rest;

/// <summary>Asks the company by its REST interface (twilio.com/docs/usage/api): forms in, JSON out, basic authentication. What may be repeated is, with growing pauses; what may not is asked once.</summary>
internal sealed partial class RestClient : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly HttpClient http;
    private readonly IOptions<TwilioOptions> account;
    private readonly IOptions<RestOptions> options;
    private readonly RestBase place;
    private readonly ILogger<RestClient> logger;
    private readonly ResiliencePipeline<HttpResponseMessage> once;
    private readonly ResiliencePipeline<HttpResponseMessage> again;

    public RestClient(HttpClient http, IOptions<TwilioOptions> account, IOptions<RestOptions> options, RestBase place, TimeProvider time, ILogger<RestClient> logger)
    {
        (this.http, this.account, this.options, this.place, this.logger) = (http, account, options, place, logger);
        once = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = time }.AddTimeout(Patience).Build();
        again = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = time }.AddRetry(RestRetries.Options).AddTimeout(Patience).Build();
    }

    /// <summary>Asks something, and reads what is told of it.</summary>
    /// <typeparam name="T">What is told.</typeparam>
    public async Task<RestResult<T>> SendAsync<T>(RestRequest request, JsonTypeInfo<T> type, CancellationToken cancellationToken) where T : class
    {
        try
        {
            using var answer = await (request.IsRepeatable ? again : once).ExecuteAsync(async stop => await http.SendAsync(Message(request), stop), cancellationToken);
            return await ReadAsync(request, answer, type, cancellationToken);
        }
        catch (Exception fault) when (fault is HttpRequestException or Polly.Timeout.TimeoutRejectedException or IOException or JsonException)
        {
            Log.NoAnswer(logger, request.Method.Method, Resource(request), fault.GetType().Name);
            return new RestResult<T>(RestOutcome.Unknown, null, new RestError(0, 0, fault.Message));
        }
    }

    /// <summary>Opens something that is no JSON, such as the sound of a recording.</summary>
    /// <returns>Its bytes as they come, to be disposed; null where there is none.</returns>
    /// <exception cref="HttpRequestException">No answer came, or a refusal.</exception>
    public async Task<Stream?> OpenAsync(string path, CancellationToken cancellationToken)
    {
        var request = RestRequest.Get(path);
        var answer = await http.SendAsync(Message(request), HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if (answer.IsSuccessStatusCode) return await answer.Content.ReadAsStreamAsync(cancellationToken);
        using var refused = answer;
        if (refused.StatusCode == System.Net.HttpStatusCode.NotFound) return null;
        Log.NoAnswer(logger, request.Method.Method, Resource(request), refused.StatusCode.ToString());
        throw new HttpRequestException($"The company answered {(int)refused.StatusCode}.", null, refused.StatusCode);
    }

    public void Dispose() => http.Dispose();

    private async Task<RestResult<T>> ReadAsync<T>(RestRequest request, HttpResponseMessage answer, JsonTypeInfo<T> type, CancellationToken cancellationToken) where T : class
    {
        var status = (int)answer.StatusCode;
        var body = await answer.Content.ReadAsByteArrayAsync(cancellationToken);
        if (answer.IsSuccessStatusCode) return new RestResult<T>(RestOutcome.Done, body.Length == 0 ? null : JsonSerializer.Deserialize(body, type), null);
        var error = Error(status, body);
        Log.Refused(logger, request.Method.Method, Resource(request), status, error.Code, error.Outcome);
        return new RestResult<T>(error.Outcome, null, error);
    }

    private HttpRequestMessage Message(RestRequest request)
    {
        var fields = request.Fields.Select(field => KeyValuePair.Create(field.Name, field.Value)).ToArray();
        var address = $"{place()}/2010-04-01/Accounts/{account.Value.AccountSid}/{request.Path}";
        var message = request.Method == HttpMethod.Get
            ? new HttpRequestMessage(HttpMethod.Get, fields.Length == 0 ? address : $"{address}?{string.Join('&', fields.Select(field => $"{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString(field.Value)}"))}")
            : new HttpRequestMessage(request.Method, address) { Content = request.Method == HttpMethod.Post ? new FormUrlEncodedContent(fields) : null };
        message.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(Credentials())));
        message.Headers.Accept.ParseAdd("application/json");
        return message;
    }

    private string Credentials() => options.Value.ApiKeySid.Length > 0
        ? $"{options.Value.ApiKeySid}:{options.Value.ApiKeySecret}"
        : $"{account.Value.AccountSid}:{account.Value.AuthTokens[0]}";

    private static RestError Error(int status, byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, RestJson.Default.ErrorBody) is { } told ? new RestError(status, told.Code, told.Message) : new RestError(status, 0, "");
        }
        catch (JsonException)
        {
            // A proxy on the way answers in HTML; the status says enough.
            return new RestError(status, 0, "");
        }
    }

    // Paths hold ids, queries hold numbers; the log names only what kind of thing was asked for.
    private static string Resource(RestRequest request) => request.Path.Split('/', '.')[0];

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "{Method} {Resource} was refused with status {Status}, code {Code}: {Outcome}.")]
        public static partial void Refused(ILogger logger, string method, string resource, int status, int code, RestOutcome outcome);

        [LoggerMessage(2, LogLevel.Warning, "{Method} {Resource} got no answer that can be read: {Fault}.")]
        public static partial void NoAnswer(ILogger logger, string method, string resource, string fault);
    }
}
