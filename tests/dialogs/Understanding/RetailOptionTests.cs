using System.Text.Json;
using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.Turns;
using ServiceBot.Dialogs.Understanding;

namespace ServiceBot.Dialogs.Tests.Understanding;

/// <summary>A whole shop's customers, variants and orders, named in the ways that customers name them.</summary>
public class RetailOptionTests
{
    private static JsonElement Retail(string file)
    {
        var path = Path.Combine(SharedData.Directory, "data", "retail", file);
        if (!File.Exists(path)) Assert.Skip($"{path} is missing (SERVICEBOT_SHARED)");
        return JsonDocument.Parse(File.ReadAllText(path)).RootElement;
    }

    [Fact]
    public void Every_customer_is_known_by_name_and_postcode()
    {
        var missed = new List<string>();
        foreach (var user in Retail("users.json").EnumerateObject().Select(property => property.Value))
        {
            var name = $"{user.GetProperty("name").GetProperty("first_name").GetString()} {user.GetProperty("name").GetProperty("last_name").GetString()}";
            var zip = user.GetProperty("address").GetProperty("zip").GetString() ?? "";
            foreach (var text in new[] { $"{name}, {zip}", $"{name.ToLowerInvariant()} {zip}", $"I'm {name}, zip {zip}", $"It's {name}. My zip is {zip}.", $"Sure, {name}, zip code {zip}" })
            {
                var heard = Ear.English(text, ExpectedKind.Identity);
                if (!heard.Of(EntityType.PersonName).Any(entity => entity.Value.Equals(name, StringComparison.OrdinalIgnoreCase)) || heard.Of(EntityType.Postcode).All(entity => entity.Value != zip)) missed.Add(text);
            }
        }
        Assert.Empty(missed);
    }

    [Fact]
    public void Nearly_every_variant_is_found_by_its_attributes()
    {
        int asked = 0, found = 0;
        foreach (var product in Retail("products.json").EnumerateObject().Select(property => property.Value))
        {
            var variants = product.GetProperty("variants").EnumerateObject().Select(property => property.Value).ToArray();
            var values = variants.Select(variant => variant.GetProperty("options").EnumerateObject().Select(option => (option.Name, Value: option.Value.GetString() ?? "")).ToArray()).ToArray();
            var options = variants.Select((variant, i) => new Option(variant.GetProperty("item_id").GetString() ?? "", $"{product.GetProperty("name").GetString()} ({string.Join(", ", values[i].Select(value => value.Value))})")).ToArray();
            for (var i = 0; i < variants.Length; i++)
            {
                foreach (var text in new[]
                {
                    string.Join(", ", values[i].Select(value => value.Value)), string.Join(", ", values[i].Select(value => $"{value.Name} {value.Value}")), $"the {string.Join(' ', values[i].Select(value => value.Value))} one please", options[i].Value, $"item {options[i].Value}",
                })
                {
                    asked++;
                    if (OptionMatch.Find(text, options).Chosen is [var only] && only == i) found++;
                }
            }
        }
        Assert.InRange((double)found / asked, 0.995, 1);
    }

    [Fact]
    public void Lines_of_an_order_are_found_by_their_names()
    {
        var missed = new List<string>();
        foreach (var order in Retail("orders.json").EnumerateObject().Select(property => property.Value))
        {
            var items = order.GetProperty("items").EnumerateArray().ToArray();
            var names = items.Select(item => item.GetProperty("name").GetString() ?? "").ToArray();
            if (items.Length < 2 || names.Distinct(StringComparer.Ordinal).Count() < names.Length) continue;
            var options = items.Select((item, i) => new Option($"line-{i}", $"{names[i]} ({string.Join(", ", item.GetProperty("options").EnumerateObject().Select(option => option.Value.GetString()))})")).ToArray();
            var others = Enumerable.Range(1, names.Length - 1).ToArray();
            foreach (var (text, wanted) in new (string, int[])[]
            {
                (names[0], [0]), ($"the {names[1].ToLowerInvariant()} please", [1]), ($"{names[0]}; {names[1]};", [0, 1]), ($"I want to return the {names[0]} and the {names[1]}", [0, 1]),
                ($"everything except the {names[0]}", others), ($"{names[0]}랑 {names[1]} 반품할래요", [0, 1]), ($"{options[0].Title}, {options[1].Title}", [0, 1]),
            })
            {
                var match = OptionMatch.Find(text, options, many: true);
                if (match.IsAmbiguous || !match.Chosen.SequenceEqual(wanted)) missed.Add(text);
            }
        }
        Assert.Empty(missed);
    }
}
