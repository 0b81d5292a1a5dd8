using System.Text.Json.Nodes;
using ServiceBot.Dialogs.Policies;

namespace ServiceBot.Dialogs.Tests.Policies;

public class ShopPolicyTests
{
    [Fact]
    public void The_retail_shop_asks_for_an_email_or_a_name_with_postcode_and_nothing_else()
    {
        Assert.True(PolicyFiles.Retail.Identity.Suffices(["email"]));
        Assert.True(PolicyFiles.Retail.Identity.Suffices(["name", "postcode"]));
        Assert.False(PolicyFiles.Retail.Identity.Suffices(["order", "name"]));
        Assert.Null(PolicyFiles.Retail.Returns.Pickup);
        Assert.False(PolicyFiles.Retail.Returns.AsksReason);
    }

    [Fact]
    public void All_errors_of_a_file_are_told_at_once_with_field_and_value()
    {
        var errors = Errors(("timeZone", "\"Asia/Soul\""), ("returns.withdrawalDays", "0"), ("refunds.destinations", "[\"cash\"]"), ("colour", "\"blue\""));
        Assert.Contains(errors, error => error.StartsWith("timeZone: 'Asia/Soul'", StringComparison.Ordinal));
        Assert.Contains("returns.withdrawalDays: must be a whole number from 1 to 3650, but is 0", errors);
        Assert.Contains("refunds.destinations: 'cash' is unknown; it must be one of original, gift_card", errors);
        Assert.Contains("colour: is no field of the policy (value \"blue\")", errors);
    }

    [Fact]
    public void A_file_that_is_no_JSON_is_told_with_its_line() =>
        Assert.Contains("line 2", Assert.Throws<ShopPolicyException>(() => ShopPolicy.Parse("{\n \"version\": ")).Errors[0]);

    [Fact]
    public void A_fee_is_void_under_Korean_law() =>
        Assert.Contains(Errors(("refunds.fees", """[{"name":"restocking","amount":1000}]""")), error => error.StartsWith("refunds.fees: 'restocking' cannot be asked", StringComparison.Ordinal));

    [Fact]
    public void An_unknown_field_deep_inside_is_told_with_its_path() =>
        Assert.Equal(["service.hours.lunch.length: is no field of the policy (value 60)"], Errors(("service.hours.lunch.length", "60")));

    [Fact]
    public void A_missing_section_is_told() => Assert.Contains("postage: must not be null", Errors(("postage", "null")));

    [Fact]
    public void Every_field_of_the_demo_file_is_described()
    {
        var described = File.ReadAllText(Path.Combine(PolicyFiles.Root, "docs", "policy.md"));
        Assert.All(Fields(JsonNode.Parse(PolicyFiles.DemoText(("returns.evidence", "{}")))), field => Assert.Contains($"`{field}`", described));
    }

    private static IEnumerable<string> Fields(JsonNode? node) => node switch
    {
        JsonObject fields => fields.SelectMany(field => Fields(field.Value).Append(field.Key)),
        JsonArray items => items.SelectMany(Fields),
        _ => [],
    };

    private static IEnumerable<string> Errors(params (string Path, string Json)[] changes) =>
        Assert.Throws<ShopPolicyException>(() => PolicyFiles.Demo(changes)).Errors;
}
