using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.Options;
using ServiceBot.Bot.Hosting;
using ServiceBot.CtiAdapter.Notifications;
using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.Turns;
using ServiceBot.Dialogs.WebLink;

namespace ServiceBot.Bot.DirectLine.Passes;

/// <summary>Makes passes to the page for callers: a link by text message, or a code that is spoken. All other effects are passed on.</summary>
internal sealed class PassEffects(IEffects next, IPasses passes, INotifications notifications, IOptions<DirectLineOptions> options, IServer server) : IEffects
{
    /// <summary>As long as it takes to find the page and enter a code.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    private const int CodeDigits = 100_000_000;
    private const int SecretBytes = 16;
    private const int TriesAtMost = 8;

    /// <inheritdoc/>
    public Task<Outcome> RunAsync(string key, Effect effect, DateTimeOffset now, CancellationToken cancellationToken) =>
        effect is PassToWeb pass ? PassAsync(key, pass, cancellationToken) : next.RunAsync(key, effect, now, cancellationToken);

    private async Task<Outcome> PassAsync(string key, PassToWeb pass, CancellationToken cancellationToken)
    {
        var secret = await IssueAsync(key, pass, cancellationToken);
        if (pass.To is not { } number) return new Outcome(OutcomeKind.Done) { Code = secret };
        var link = new Notification(key, number, pass.From ?? "", "web-link.message", pass.Language == SpokenLanguage.Korean ? "ko-KR" : "en-US")
        {
            // Behind #, so that it is in no request line and no log.
            Variables = new Dictionary<string, string>(StringComparer.Ordinal) { ["link"] = $"{Base}/chat#pass={secret}" },
        };
        var sent = await notifications.SendAsync(link, cancellationToken);
        return sent.Outcome is NotificationOutcome.Sent or NotificationOutcome.Unknown ? new Outcome(OutcomeKind.Done) : new Outcome(OutcomeKind.Refused, Reason: "not_sent");
    }

    private async Task<string> IssueAsync(string key, PassToWeb pass, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < TriesAtMost; attempt++)
        {
            var secret = pass.To is null
                ? RandomNumberGenerator.GetInt32(CodeDigits).ToString("00000000", CultureInfo.InvariantCulture)
                : Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));
            if (await passes.IssueAsync(key, secret, pass.ConversationId, Life, cancellationToken) is { } issued) return issued;
        }
        throw new InvalidOperationException($"No free code was found in {TriesAtMost} tries.");
    }

    private string Base => (options.Value.PublicBaseUrl is { Length: > 0 } known ? known : OwnAddress.Of(server).AbsoluteUri).TrimEnd('/');
}
