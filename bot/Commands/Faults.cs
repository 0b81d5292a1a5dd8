using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.Data.Sqlite;
using Npgsql;
using ServiceBot.Bot.Hosting;

namespace ServiceBot.Bot.Commands;

/// <summary>Says what stopped a command in words that help whoever typed it.</summary>
internal static class Faults
{
    private const int NoSpace = 28;
    private const int SqliteFull = 13;
    // SQLITE_IOERR_SHMSIZE: the write-ahead log's index is a file too, and meets the full disk under another name.
    private const int SqliteIndexCannotGrow = 4874;

    /// <summary>What went wrong and what to do, for faults of the surroundings; null for faults of the program, which show where they happened.</summary>
    public static string? Explain(Exception fault) => fault switch
    {
        StartRefusedException or InvalidDataException => fault.Message,
        StoreUnavailableException store => $"{store.Message}. Nothing was done; start again once it answers.",
        IOException { InnerException: AddressInUseException } => $"{fault.Message} Stop the other program, or choose another address with --urls http://localhost:5081.",
        SocketException { SocketErrorCode: SocketError.AccessDenied } => $"The address may not be used: {fault.Message}. Ports below 1024 need special rights; choose another with --urls.",
        SocketException { SocketErrorCode: SocketError.AddressNotAvailable } => $"The address is none of this machine's: {fault.Message}. Choose another with --urls.",
        FormatException when fault.Message.StartsWith("Invalid url", StringComparison.Ordinal) => $"{fault.Message} Write --urls http://localhost:5080.",
        SqliteException { SqliteErrorCode: SqliteFull } or SqliteException { SqliteExtendedErrorCode: SqliteIndexCannotGrow } => "The disk is full: a store under DataDirectory cannot grow. Free some space; nothing that was acknowledged is lost.",
        SqliteException sqlite => $"A store under DataDirectory cannot be used: {sqlite.Message}",
        NpgsqlException server => $"The shop's PostgreSQL failed: {server.Message}",
        IOException when (fault.HResult & 0xFFFF) == NoSpace => $"The disk is full: {fault.Message}",
        IOException or UnauthorizedAccessException => fault.Message,
        { InnerException: { } inner } => Explain(inner),
        _ => null,
    };
}
