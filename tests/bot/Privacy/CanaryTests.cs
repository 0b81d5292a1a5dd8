using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using ServiceBot.Bot.Shop;
using ServiceBot.Bot.Shop.Rows;
using ServiceBot.Bot.Shop.Transfer;
using ServiceBot.Bot.Tests.Hosting;
using ServiceBot.Bot.Tests.Shop;
using ServiceBot.Servers;

namespace ServiceBot.Bot.Tests.Privacy;

/// <summary>A whole return, a complaint and a photograph over Direct Line, by a customer who lets everything slip; then everything that was written anywhere is searched.</summary>
public sealed class CanaryTests : IDisposable
{
    private const string Secret = "the-secret-of-the-canaries";

    /// <summary>Where the shop, the system of record, keeps personal data: tables and columns. Nothing of it may be a resident number, a card or its code.</summary>
    private static readonly string[] Allowed =
    [
        "customers.name", "customers.email", "customers.phone", "customers.name_form", "customers.email_form", "customers.phone_form",
        "addresses.line1", "returns.pickup_from", "returns.refund_account", "payment_methods.refund_account",
        "cases.phone", "cases.email", "cases.summary", "case_notes.text",
    ];

    /// <summary>The files of an export that hold personal data, which are the shop's to keep.</summary>
    private static readonly string[] Exported = ["customers.jsonl", "returns.jsonl", "cases.jsonl"];

    private static IEnumerable<string> AllowedTables => Allowed.Select(column => column[..column.IndexOf('.', StringComparison.Ordinal)]).Distinct(StringComparer.Ordinal);

    private readonly TemporaryDirectory directory = new();
    private readonly NotedLog log = new();
    private readonly ConcurrentQueue<string> metrics = [];
    private readonly MeterListener listener = new();

    public CanaryTests()
    {
        listener.InstrumentPublished = (instrument, own) => own.EnableMeasurementEvents(instrument);
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Note(instrument, value, tags));
        listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Note(instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Note(instrument, value, tags));
        listener.Start();
    }

    [Fact]
    public async Task Embedded_nothing_personal_stands_outside_the_shops_own_records()
    {
        await PlayAsync(directory.File("data"));

        SearchFiles(directory.Path, except: "shop.db");
        SearchFile(directory.File("data/shop.db"));
        SearchWhatWasTold();
    }

    [Fact]
    public async Task On_Redis_nothing_personal_stands_in_its_keys_or_its_files()
    {
        Assert.SkipWhen(RedisServer.WhyMissing is not null, RedisServer.WhyMissing ?? "");
        await using var redis = await RedisServer.StartAsync();
        await PlayAsync(directory.File("data"), ("Redis:Configuration", redis.Configuration));

        Assert.NotEqual("0", (await redis.AskAsync("DBSIZE")).Trim());
        SearchFiles(redis.Folder); // the append-only file as it grew: every command in plain text
        await redis.RewriteAsync();
        SearchFiles(redis.Folder); // and as it is rewritten from what is kept
        SearchFiles(directory.Path, except: "shop.db");
        SearchFile(directory.File("data/shop.db"));
        SearchWhatWasTold();
    }

    [Fact]
    public async Task On_PostgreSQL_nothing_personal_stands_in_other_tables_its_dump_or_its_files()
    {
        Assert.SkipWhen(PostgresServer.WhyMissing is not null, PostgresServer.WhyMissing ?? "");
        await using var postgres = await PostgresServer.StartAsync();
        var connection = await postgres.CreateDatabaseAsync();
        await PlayAsync(directory.File("data"), ("Database:Provider", "PostgreSQL"), ("Database:ConnectionString", connection));

        SearchFiles(directory.Path);
        await using (var shop = new NpgsqlConnection(connection)) SearchShop(shop, "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'");
        var name = new NpgsqlConnectionStringBuilder(connection).Database ?? "";
        SearchDump(await postgres.DumpAsync(name));
        await SearchServerAsync(postgres, name);
        SearchWhatWasTold();
    }

    public void Dispose()
    {
        listener.Dispose();
        directory.Dispose();
    }

    private async Task PlayAsync(string data, params (string Name, string Value)[] settings)
    {
        await using var program = new Served(data, log, settings);
        using var client = program.CreateClient();
        await using (var database = await program.Services.GetRequiredService<IDbContextFactory<ShopDatabase>>().CreateDbContextAsync(TestContext.Current.CancellationToken))
        {
            var documents = TemporaryShop.OneOrder(order => order.ReturnFeesShown = true);
            foreach (var customer in documents.OfType<CustomerRow>().Where(row => row.Id == "K1"))
                (customer.Name, customer.Phone, customer.Email) = (Canaries.Name, Canaries.Phone, Canaries.Email);
            foreach (var document in documents) document.Prepare();
            database.AddRange(documents);
            await database.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        var customer_ = new CanaryCustomer(client, Secret);
        await customer_.OpenAsync();
        var returned = await customer_.UntilReceiptAsync($"안녕하세요 {Canaries.Name}입니다. 반품할래요. 카드는 {Canaries.Card}이고 주민번호는 {Canaries.Resident}예요");
        var complained = await customer_.UntilReceiptAsync("불만을 접수하고 싶어요");
        Assert.True(returned.StartsWith("R-", StringComparison.Ordinal) && complained.StartsWith("C-", StringComparison.Ordinal), string.Join('\n', customer_.Heard));
        var shown = await customer_.ShowAsync($"{Canaries.Name} {Canaries.Resident} {Canaries.Card}.png");
        Assert.EndsWith(".png", shown, StringComparison.Ordinal);
        Assert.DoesNotContain(Canaries.Forbidden, canary => shown.Contains(canary, StringComparison.Ordinal)); // sealed or not, it is kept nowhere
        await SearchExportAsync(program.Services.GetRequiredService<ShopExport>());
        // The page shows its own customer what belongs to them.
        Assert.Contains(customer_.Heard, said => said.Contains("카나리빌라", StringComparison.Ordinal) && !said.StartsWith('>'));
    }

    private static void SearchFiles(string folder, string? except = null)
    {
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file => !file.EndsWith("-shm", StringComparison.Ordinal) && (except is null || !Path.GetFileName(file).StartsWith(except, StringComparison.Ordinal))).ToArray(); // -shm holds numbers only, and goes with the last connection
        Assert.NotEmpty(files);
        Assert.Empty(files.SelectMany(file => Canaries.In(Read(file)).Select(canary => $"{canary} in {Path.GetFileName(file)}")));
    }

    private static async Task SearchExportAsync(ShopExport export)
    {
        using var folder = new TemporaryDirectory();
        await export.RunAsync(folder.Path, TestContext.Current.CancellationToken);
        var found = Directory.EnumerateFiles(folder.Path).SelectMany(file => Canaries.In(Read(file)).Select(canary => (Canary: canary, File: Path.GetFileName(file)))).ToList();
        Assert.DoesNotContain(found, place => Canaries.Forbidden.Contains(place.Canary));
        Assert.Equal(Exported.Order(), found.Select(place => place.File).Distinct().Order());
    }

    private static void SearchDump(string dump)
    {
        Assert.DoesNotContain(Canaries.In(dump), canary => Canaries.Forbidden.Contains(canary));
        var statements = dump.Split("INSERT INTO public.");
        Assert.Empty(statements.Where(statement => !AllowedTables.Any(table => statement.StartsWith(table + " ", StringComparison.Ordinal))).SelectMany(Canaries.In));
        Assert.NotEmpty(statements.SelectMany(Canaries.In));
    }

    // The write-ahead log repeats what is written to the tables; what may be kept nowhere is not in it either.
    private static async Task SearchServerAsync(PostgresServer postgres, string database)
    {
        await postgres.AskAsync(database, "CHECKPOINT");
        var tables = $"(SELECT oid FROM pg_class WHERE relname IN ({string.Join(", ", AllowedTables.Select(table => $"'{table}'"))}))";
        var own = (await postgres.AskAsync(database, $"SELECT pg_relation_filepath(oid) FROM pg_class WHERE oid IN {tables} OR oid IN (SELECT indexrelid FROM pg_index WHERE indrelid IN {tables})"
            + $" OR oid IN (SELECT reltoastrelid FROM pg_class WHERE oid IN {tables})")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(path => path.Trim()).ToHashSet(StringComparer.Ordinal);
        var found = Directory.EnumerateFiles(postgres.Data, "*", SearchOption.AllDirectories)
            .SelectMany(file => Canaries.In(Read(file)).Select(canary => (Canary: canary, File: Path.GetRelativePath(postgres.Data, file)))).ToList();
        Assert.DoesNotContain(found, place => Canaries.Forbidden.Contains(place.Canary));
        Assert.DoesNotContain(found, place => !own.Contains(place.File) && !place.File.StartsWith("pg_wal", StringComparison.Ordinal));
        Assert.Contains(found, place => own.Contains(place.File));
    }

    private static void SearchFile(string file)
    {
        using var shop = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        SearchShop(shop, "SELECT name FROM sqlite_master WHERE type = 'table'");
    }

    private static void SearchShop(DbConnection shop, string tables)
    {
        shop.Open();
        var found = new List<string>();
        foreach (var table in Rows(shop, tables).Select(row => (string)row["name"]))
            foreach (var row in Rows(shop, $"SELECT * FROM {table}"))
                foreach (var (column, value) in row)
                    found.AddRange(Canaries.In(value as byte[] ?? Encoding.UTF8.GetBytes(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "")).Select(canary => $"{canary} in {table}.{column}"));
        Assert.DoesNotContain(found, place => Canaries.Forbidden.Any(canary => place.StartsWith(canary + " ", StringComparison.Ordinal)) || !Allowed.Any(column => place.EndsWith(" in " + column, StringComparison.Ordinal)));
        Assert.NotEmpty(found); // or the search would find nothing anywhere
    }

    private void SearchWhatWasTold()
    {
        Assert.NotEmpty(log.Lines);
        Assert.DoesNotContain(log.Lines, line => Canaries.In(line).Any() || line.Contains(Secret, StringComparison.Ordinal));
        Assert.NotEmpty(metrics);
        Assert.DoesNotContain(metrics, line => Canaries.In(line).Any());
    }

    private static IEnumerable<Dictionary<string, object>> Rows(DbConnection shop, string sql)
    {
        using var command = shop.CreateCommand();
        command.CommandText = sql;
        using var rows = command.ExecuteReader();
        var all = new List<Dictionary<string, object>>();
        while (rows.Read()) all.Add(Enumerable.Range(0, rows.FieldCount).ToDictionary(rows.GetName, rows.GetValue));
        return all;
    }

    private static byte[] Read(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var all = new MemoryStream();
        stream.CopyTo(all);
        return all.ToArray();
    }

    private void Note<T>(Instrument instrument, T value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var line = new StringBuilder(instrument.Name);
        foreach (var (name, told) in tags) line.Append(' ').Append(name).Append('=').Append(told);
        metrics.Enqueue(string.Create(CultureInfo.InvariantCulture, $"{line} {value}"));
    }

    private sealed class Served(string data, NotedLog log, (string Name, string Value)[] settings) : WebApplicationFactory<Program>
    {
        public override async ValueTask DisposeAsync()
        {
            await base.DisposeAsync();
            await TemporaryDirectory.UntilLetGoAsync(data);
        }

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment("Development");
            builder.UseSetting("DataDirectory", data);
            builder.UseSetting("DirectLine:Secret", Secret);
            builder.UseSetting("DrainSeconds", "0"); // nobody else sends anything here
            builder.UseSetting("Database:TurnDeadline", "00:01:00"); // the tests' machine may be busy
            builder.UseSetting("Redis:DeadlineMilliseconds", "5000");
            builder.UseSetting("Shop:Clock", TemporaryShop.Now.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture));
            foreach (var level in new[] { "Default", "Microsoft", "Microsoft.EntityFrameworkCore", "System" }) builder.UseSetting($"Logging:LogLevel:{level}", "Trace");
            foreach (var (name, value) in settings) builder.UseSetting(name, value);
            builder.ConfigureServices(services => services.AddSingleton<ILoggerProvider>(log));
        }
    }
}
