using ServiceBot.Dialogs.ShopFacts;
using ServiceBot.Bot.Shop;

namespace ServiceBot.Bot.Tests.Shop;

/// <summary>Who a claim proves: exactly one customer fits every part that was given, or nobody.</summary>
public abstract class ClaimTests : ShopContract
{
    private protected ClaimTests(DatabaseKind kind) : base(kind)
    {
    }

    private static readonly IdentityClaim Nothing = new(null, null, null, null, null);

    [Fact]
    public Task An_email_address_is_compared_without_case() => ProvesAsync(Nothing with { Email = "haneul@EXAMPLE.com" }, "K1");

    [Fact]
    public Task A_telephone_number_is_compared_by_its_digits() => ProvesAsync(Nothing with { Phone = "01000001234" }, "K1");

    [Fact]
    public Task A_name_is_compared_without_case_and_spaces() => ProvesAsync(Nothing with { Name = "김하늘", Postcode = "04524" }, "K1");

    [Fact]
    public Task An_order_number_goes_with_a_telephone_number() => ProvesAsync(Nothing with { OrderId = "20261118 0000001", Phone = "010-0000-1234" }, "K1");

    [Fact]
    public Task One_part_that_does_not_fit_spoils_the_claim() => ProvesAsync(Nothing with { Email = "haneul@example.com", Postcode = "00000" }, null);

    [Fact]
    public Task Another_customers_telephone_does_not_prove_the_order() => ProvesAsync(Nothing with { OrderId = "20261118-0000001", Phone = "010-0000-2345" }, null);

    [Fact]
    public Task An_order_number_alone_proves_nobody() => ProvesAsync(Nothing with { OrderId = "20261118-0000001" }, null);

    [Fact]
    public Task A_name_alone_proves_nobody() => ProvesAsync(Nothing with { Name = "김하늘" }, null);

    [Fact]
    public Task An_empty_claim_proves_nobody() => ProvesAsync(Nothing, null);

    [Fact]
    public Task Wildcards_are_letters_like_any_other() => ProvesAsync(Nothing with { Email = "%" }, null);

    [Fact]
    public Task Quotes_are_letters_like_any_other() => ProvesAsync(Nothing with { Email = "' OR '1'='1" }, null);

    [Fact]
    public async Task A_claim_that_fits_two_customers_proves_neither()
    {
        await using var shop = await WithOneOrderAsync(null,
            new Bot.Shop.Rows.CustomerRow { Id = "K3", Name = "다른 사람", Phone = "01000001234" });

        Assert.Null(await shop.FetchAsync(new CustomerByClaim(Nothing with { Phone = "010-0000-1234" })));
    }

    private async Task ProvesAsync(IdentityClaim claim, string? customer)
    {
        await using var shop = await WithOneOrderAsync();
        Assert.Equal(customer, (await shop.FetchAsync(new CustomerByClaim(claim)))?.Id);
    }
}

/// <inheritdoc/>
public sealed class ClaimOnSqliteTests() : ClaimTests(DatabaseKind.Sqlite);

/// <inheritdoc/>
public sealed class ClaimOnPostgreSqlTests() : ClaimTests(DatabaseKind.PostgreSQL);
