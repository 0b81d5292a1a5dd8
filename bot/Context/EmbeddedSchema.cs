using System.Globalization;
using Microsoft.Data.Sqlite;

namespace ServiceBot.Bot.Context;

/// <summary>The tables of the embedded store. Times are Unix milliseconds, so that they compare as numbers.</summary>
internal static class EmbeddedSchema
{
    private const int Version = 1;

    private const string Settings = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000; PRAGMA foreign_keys = OFF; PRAGMA secure_delete = ON;";

    private const string Tables =
        """
        BEGIN IMMEDIATE;
        CREATE TABLE conversations (
            id            TEXT    NOT NULL PRIMARY KEY,
            version       INTEGER NOT NULL,
            context       TEXT    NOT NULL,
            next_wake     INTEGER,
            committing_at INTEGER) WITHOUT ROWID;
        CREATE INDEX conversations_by_wake ON conversations (next_wake) WHERE next_wake IS NOT NULL;
        CREATE INDEX conversations_by_commit ON conversations (committing_at) WHERE committing_at IS NOT NULL;
        CREATE TABLE events (
            conversation TEXT    NOT NULL,
            channel      TEXT    NOT NULL,
            event        TEXT    NOT NULL,
            sequence     INTEGER NOT NULL,
            PRIMARY KEY (conversation, channel, event)) WITHOUT ROWID;
        CREATE TABLE log (
            conversation TEXT    NOT NULL,
            sequence     INTEGER NOT NULL,
            entry        TEXT    NOT NULL,
            PRIMARY KEY (conversation, sequence)) WITHOUT ROWID;
        CREATE TABLE journal (
            conversation TEXT    NOT NULL,
            version      INTEGER NOT NULL,
            entry        TEXT    NOT NULL,
            PRIMARY KEY (conversation, version)) WITHOUT ROWID;
        PRAGMA user_version = 1;
        COMMIT;
        """;

    // Came later; the version before reads a file that has it as well.
    private const string Undelivered = "CREATE TABLE IF NOT EXISTS undelivered (conversation TEXT NOT NULL PRIMARY KEY, sequence INTEGER NOT NULL) WITHOUT ROWID";

    /// <summary>Sets the connection up for writing and creates the tables where the file is new.</summary>
    /// <exception cref="InvalidDataException">The file was written by a newer version.</exception>
    public static void Prepare(SqliteConnection writer)
    {
        Execute(writer, Settings);
        var found = Convert.ToInt32(Scalar(writer, "PRAGMA user_version"), CultureInfo.InvariantCulture);
        if (found == 0)
            Execute(writer, Tables);
        else if (found != Version)
            throw new InvalidDataException($"The context store '{writer.DataSource}' has schema {Text(found)}; this version reads schema {Text(Version)}.");
        Execute(writer, Undelivered);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static object? Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
