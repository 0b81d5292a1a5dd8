using Microsoft.EntityFrameworkCore;
using ServiceBot.Bot.Privacy;
using ServiceBot.CtiAdapter.Queueing;

namespace ServiceBot.Bot.Telephone.Records;

/// <summary>What the telephone keeps of conversations: places in the queue, and recordings, whose sound is erased at the company's too.</summary>
internal sealed class TelephoneRecords(IDbContextFactory<TelephoneDatabase> databases, IRecordedSound sound) : IPersonalRecords
{
    // Nothing is asked for again that long after: a text message is tried for a day, a promised call for some.
    private const int IntentDays = 30;

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The company did not erase a recording; the rest of that conversation stays too, and erasing may be tried again.</exception>
    public async Task ForgetConversationsAsync(IReadOnlyCollection<string> conversations, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        foreach (var conversation in conversations)
        {
            foreach (var sid in await database.Recordings.Where(row => row.ConversationId == conversation).Select(row => row.Sid).ToListAsync(cancellationToken))
            {
                if (!await sound.EraseAsync(sid, cancellationToken)) throw new InvalidOperationException($"The company did not erase the recording '{sid}'. Try again later.");
                await database.Recordings.Where(row => row.Sid == sid).ExecuteDeleteAsync(cancellationToken);
            }
            await database.Queue.Where(row => row.ConversationId == conversation).ExecuteDeleteAsync(cancellationToken);
        }
    }

    /// <inheritdoc/>
    public async Task ExpireAsync(DateOnly today, CancellationToken cancellationToken)
    {
        var over = new DateTimeOffset(today.AddDays(-IntentDays).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await database.Intents.Where(row => row.FirstAt < over && row.TakenAt < over).ExecuteDeleteAsync(cancellationToken);
    }
}
