using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using StackExchange.Redis;

namespace ServiceBot.Bot.Nodes;

/// <summary>A script, called by its hash. A server that does not know it, because it restarted or took over from another, is sent it whole once.</summary>
internal sealed class RedisScript
{
    private readonly string text;
    private readonly byte[] hash;

    [SuppressMessage("Security", "CA5350", Justification = "Redis names scripts by their SHA-1.")]
    public RedisScript(string text)
    {
        this.text = text;
        hash = SHA1.HashData(Encoding.UTF8.GetBytes(text));
    }

    /// <summary>Runs it.</summary>
    /// <param name="database">Where.</param>
    /// <param name="keys">All that it touches, in one slot.</param>
    /// <param name="values">Its arguments.</param>
    public async Task<RedisResult> RunAsync(IDatabaseAsync database, RedisKey[] keys, RedisValue[] values)
    {
        try
        {
            return await database.ScriptEvaluateAsync(hash, keys, values);
        }
        catch (RedisServerException fault) when (fault.Message.StartsWith("NOSCRIPT", StringComparison.Ordinal))
        {
            return await database.ScriptEvaluateAsync(text, keys, values, CommandFlags.NoScriptCache); // EVAL, which makes it known
        }
    }
}
