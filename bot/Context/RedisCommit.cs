using System.Text;
using ServiceBot.Bot.Nodes;
using ServiceBot.Dialogs.Turns;
using StackExchange.Redis;

namespace ServiceBot.Bot.Context;

/// <summary>
/// Writes all that one turn leaves by one script: all of it or nothing. A script has no rollback, so it reads every key before it writes the first
/// (a key of another kind fails there). The first write is one that a full memory refuses: after another kind of write, Redis would let it pass.
/// </summary>
internal static class RedisCommit
{
    // A context is kept as "version token document"; the token tells a commit whose answer was lost from another one, and a version from the same
    // number counted again after Redis lost its newest writes.
    private static readonly RedisScript Script = new(
        """
        local context, events, log, journal, wakes, commits, undelivered = unpack(KEYS)
        local expected, written, token, document, event, sequence, id, wake, committing, deliver = unpack(ARGV, 1, 10)
        local indexed, life, events_life, log_life, journal_life, most_events, most_log, most_journal, entry = unpack(ARGV, 11, 19)

        local version, last = string.match(redis.call('GETRANGE', context, 0, 47), '^(%d+) (%S+) ')
        local known = redis.call('ZSCORE', events, event)
        local logged = redis.call('LLEN', log) + #ARGV - 19
        local journaled = redis.call('LLEN', journal) + 1
        local wakes_before, committing_before = '', ''
        if indexed ~= '' then
          wakes_before = redis.call('ZSCORE', wakes, id) or ''
          committing_before = redis.call('ZSCORE', commits, id) or ''
        end
        if deliver ~= '' then redis.call('ZSCORE', undelivered, id) end
        if last == token then return 1 end
        if (version or '0') ~= expected or (written ~= '' and last ~= written) or known then return 0 end

        redis.call('RPUSH', journal, entry)
        if #ARGV > 19 then redis.call('RPUSH', log, unpack(ARGV, 20)) end
        if logged > tonumber(most_log) then redis.call('LTRIM', log, -most_log, -1) end
        if journaled > tonumber(most_journal) then redis.call('LTRIM', journal, -most_journal, -1) end
        redis.call('ZADD', events, sequence, event)
        if most_events ~= '' then redis.call('ZREMRANGEBYRANK', events, 0, -1 - most_events) end
        if log_life ~= '' then
          redis.call('PEXPIRE', log, log_life)
          redis.call('PEXPIRE', journal, journal_life)
          redis.call('PEXPIRE', events, events_life)
        end
        local function due(index, before, at)
          if at == before then return end
          if at == '' then redis.call('ZREM', index, id) else redis.call('ZADD', index, at, id) end
        end
        due(wakes, wakes_before, wake)
        due(commits, committing_before, committing)
        if deliver ~= '' then redis.call('ZADD', undelivered, deliver, id) end
        redis.call('SET', context, document, 'PX', life)
        return 1
        """);

    // Longer than any clock is wrong, and than the index of what is due takes to be looked through.
    private static readonly TimeSpan AfterWake = TimeSpan.FromDays(2);

    /// <summary>Writes the commit unless another turn came first, or this event was already answered. Called again with what it was given before, it writes once.</summary>
    /// <returns>Whether it is written.</returns>
    public static async Task<bool> WriteAsync(IDatabaseAsync database, ConversationKeys keys, RedisValue[] values) =>
        (long)await Script.RunAsync(database, [keys.Context, keys.Events, keys.Log, keys.Journal, keys.Wakes, keys.Commits, keys.Undelivered], values) == 1;

    /// <summary>What the script is given for a commit.</summary>
    /// <param name="commit">The commit.</param>
    /// <param name="token">Fresh: tells this commit from any other of the same version.</param>
    /// <param name="stored">How documents are written.</param>
    /// <param name="kept">How long and how much is kept.</param>
    /// <param name="now">The time.</param>
    public static RedisValue[] Values(Commit commit, string token, StoredTurns stored, RedisSettings kept, DateTimeOffset now)
    {
        var context = commit.Context;
        DateTimeOffset? wake = context.Wakes.Count == 0 ? null : context.Wakes.Min(next => next.At);
        // Each command of the script is a part of what Redis can do a second: what is known not to change anything is left out.
        var isIndexed = commit.Before is not { Wakes.Count: 0, Committing: null } || wake is not null || context.Committing is not null;
        var isRenewed = IsRenewed(commit);
        return
        [
            commit.ExpectedVersion, context.Writing ?? "", token, (byte[])[.. Encoding.ASCII.GetBytes($"{context.Version} {token} "), .. stored.Write(context)],
            ConversationKeys.Event(commit.Channel, commit.EventId), commit.AnsweredAt, context.Id,
            wake?.ToUnixTimeMilliseconds() ?? RedisValue.EmptyString, context.Committing?.At.ToUnixTimeMilliseconds() ?? RedisValue.EmptyString,
            commit.ToDeliver ?? RedisValue.EmptyString,
            isIndexed ? "1" : "", Milliseconds(Life(context, wake, kept, now)), Days(kept.EventDays), Days(kept.LogDays), Days(kept.JournalDays),
            context.Version > kept.Events ? kept.Events : RedisValue.EmptyString, kept.LogEntries, kept.JournalEntries, stored.Write(commit.Journal),
            .. commit.Entries.Select(entry => (RedisValue)(byte[])[.. Encoding.ASCII.GetBytes($"{entry.Sequence} "), .. stored.Write(entry)]),
        ];

        RedisValue Days(int days) => isRenewed ? Milliseconds(TimeSpan.FromDays(days)) : RedisValue.EmptyString;
    }

    /// <summary>The token of the commit that wrote a kept context.</summary>
    public static string Token(ReadOnlySpan<byte> kept)
    {
        var rest = kept[(kept.IndexOf((byte)' ') + 1)..];
        return Encoding.ASCII.GetString(rest[..rest.IndexOf((byte)' ')]);
    }

    // The lives of what counts in days begin anew with the first turn of each hour.
    private static bool IsRenewed(Commit commit) =>
        commit.Before is not { Version: > 0, LastEntryAt: var last } || last == commit.Context.LastEntryAt || HourOf(last) != HourOf(commit.Context.LastEntryAt);

    private static long HourOf(DateTimeOffset at) => at.UtcTicks / TimeSpan.TicksPerHour;

    private static TimeSpan Life(ConversationContext context, DateTimeOffset? wake, RedisSettings kept, DateTimeOffset now)
    {
        var isLive = context.Committing is not null || wake is not null || context.Stack.Count + context.Waiting.Count > 0;
        var life = TimeSpan.FromDays(isLive ? kept.LiveDays : kept.EndedDays);
        return wake - now + AfterWake is { } longer && longer > life ? longer : life;
    }

    private static long Milliseconds(TimeSpan span) => (long)span.TotalMilliseconds;
}
