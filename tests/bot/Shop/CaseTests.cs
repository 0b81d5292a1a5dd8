using Microsoft.EntityFrameworkCore;
using ServiceBot.Bot.Shop.Rows;
using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.ShopFacts;
using ServiceBot.Bot.Shop;

namespace ServiceBot.Bot.Tests.Shop;

/// <summary>Complaints and callbacks with their promises, and what customers thought of them.</summary>
public abstract class CaseTests : ShopContract
{
    private protected CaseTests(DatabaseKind kind) : base(kind)
    {
    }

    private static readonly DateTimeOffset Tomorrow = TemporaryShop.Now.AddDays(1);

    private static readonly OpenCase Complaint = new("complaint", "주전자가 깨져서 왔어요", Tomorrow)
    {
        CustomerId = "K1", Category = "product", Severity = "high", Wish = "apology", OrderId = "20261118-0000001", Language = SpokenLanguage.Korean,
    };

    [Fact]
    public async Task A_complaint_gets_a_number_and_a_promise()
    {
        await using var shop = await WithOneOrderAsync();

        var outcome = await shop.RunAsync("k1", Complaint);

        Assert.Equal(new Receipt("C-10001", "complaint"), outcome.Receipt);
        var found = await shop.FetchAsync(new CaseByNumber("c-10001"));
        Assert.Equal(("open", "주전자가 깨져서 왔어요", Tomorrow), (found?.Status, found?.Summary, found?.AnswerBy));
        await using var database = shop.CreateDbContext();
        Assert.Equal("desk", (await database.Promises.SingleAsync(TestContext.Current.CancellationToken)).Owner);
    }

    [Fact]
    public async Task Somebody_unknown_may_ask_for_a_callback_too()
    {
        await using var shop = await EmptyAsync();

        var outcome = await shop.RunAsync("k1", new OpenCase("callback", "Please call me.", Tomorrow) { Phone = "01000009999", OrderId = "no such order", Language = SpokenLanguage.English });

        Assert.Equal("callback", outcome.Receipt?.Kind);
        Assert.Equal(["no such order"], (await shop.FetchAsync(new CaseByNumber("C-10001")))!.Notes.Select(note => note.Text));
    }

    [Fact]
    public async Task A_case_about_anothers_order_is_refused()
    {
        await using var shop = await WithOneOrderAsync();

        Assert.Equal("order_unknown", (await shop.RunAsync("k1", Complaint with { CustomerId = "K2" })).Reason);
        Assert.Empty((await shop.FetchAsync(new CasesOf("K2")))!.Cases);
    }

    [Fact]
    public async Task A_wrong_category_is_an_error_that_names_it()
    {
        await using var shop = await WithOneOrderAsync();

        var error = await Assert.ThrowsAsync<InvalidDataException>(() => shop.RunAsync("k1", Complaint with { Category = "weather" }));

        Assert.Contains("category is 'weather'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_are_added_and_a_resolved_case_opens_again()
    {
        await using var shop = await WithOneOrderAsync();
        await shop.RunAsync("k1", Complaint);
        await using (var database = shop.CreateDbContext())
            await database.Cases.ExecuteUpdateAsync(set => set.SetProperty(row => row.Status, CaseStatuses.Resolved), TestContext.Current.CancellationToken);

        await shop.RunAsync("k2", new AddToCase("C-10001", "아직 그대로예요", Reopen: true));
        await shop.RunAsync("k3", new AddToCase("C-10001", "사진도 보냈어요", Reopen: false));

        var found = await shop.FetchAsync(new CaseByNumber("C-10001"));
        Assert.Equal("reopened", found?.Status);
        Assert.Equal(["아직 그대로예요", "사진도 보냈어요"], found?.Notes.Select(note => note.Text));
    }

    [Fact]
    public async Task Words_for_an_unknown_case_are_refused()
    {
        await using var shop = await EmptyAsync();

        Assert.Equal("case_unknown", (await shop.RunAsync("k1", new AddToCase("C-1", "?", Reopen: false))).Reason);
    }

    [Fact]
    public async Task The_newest_case_comes_first()
    {
        await using var shop = await WithOneOrderAsync();
        await shop.RunAsync("k1", Complaint);
        await shop.RunAsync("k2", Complaint);

        Assert.Equal(["C-10002", "C-10001"], (await shop.FetchAsync(new CasesOf("K1")))!.Cases.Select(entry => entry.Number));
    }

    [Fact]
    public async Task Satisfaction_is_kept()
    {
        await using var shop = await WithOneOrderAsync();

        Assert.Equal("satisfaction", (await shop.RunAsync("k1", new RecordSatisfaction("C-10001", 5) { Comment = "빨랐어요" })).Receipt?.Kind);

        await using var database = shop.CreateDbContext();
        Assert.Equal(("C-10001", 5), ((await database.Satisfaction.SingleAsync(TestContext.Current.CancellationToken)).About, (await database.Satisfaction.SingleAsync(TestContext.Current.CancellationToken)).Score));
    }

    [Fact]
    public async Task A_score_beyond_five_is_an_error()
    {
        await using var shop = await EmptyAsync();

        await Assert.ThrowsAsync<InvalidDataException>(() => shop.RunAsync("k1", new RecordSatisfaction("x", 6)));
    }
}

/// <inheritdoc/>
public sealed class CaseOnSqliteTests() : CaseTests(DatabaseKind.Sqlite);

/// <inheritdoc/>
public sealed class CaseOnPostgreSqlTests() : CaseTests(DatabaseKind.PostgreSQL);
