using ServiceBot.Bot.Context;
using ServiceBot.Bot.Privacy;

namespace ServiceBot.Bot.Tests;

/// <summary>The seal of one test run.</summary>
internal static class Seals
{
    /// <summary>A seal under a key of this run.</summary>
    public static DocumentSeal Seal { get; } = new([SealKey.Create()]);

    /// <summary>Documents sealed with it.</summary>
    public static StoredTurns Stored { get; } = new(Seal);
}
