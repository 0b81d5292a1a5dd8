using System.Text.Json;
using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.Turns;
using ServiceBot.Dialogs.Understanding;
using ServiceBot.Dialogs.Understanding.Recognizers;

namespace ServiceBot.Dialogs.Tests.Understanding;

/// <summary>How many of the published cases of Microsoft.Recognizers.Text hold; a bound may rise, never fall.</summary>
public class PublishedCasesTests
{
    private static List<JsonElement> Cases(string name)
    {
        var path = Path.Combine(SharedData.Directory, "data", "recognizers", name + ".json");
        if (!File.Exists(path)) Assert.Skip($"{path} is missing (SERVICEBOT_SHARED)");
        return [.. JsonDocument.Parse(File.ReadAllText(path)).RootElement.EnumerateArray()];
    }

    private static string Input(JsonElement example) => example.GetProperty("input").GetString() ?? "";

    private static string Expected(JsonElement example, string? type = null) =>
        string.Join("; ", example.GetProperty("results").EnumerateArray().Where(result => type is null || result.GetProperty("type").GetString() == type)
            .Select(result => $"{result.GetProperty("text").GetString()}={result.GetProperty("resolution").GetProperty("value")}"));

    [Theory]
    [InlineData("ko-number", 143)]
    [InlineData("en-number", 115)]
    public void Numbers(string name, int atLeast)
    {
        var held = Cases(name).Count(example =>
        {
            var text = Input(example);
            var found = name.StartsWith("ko", StringComparison.Ordinal) ? KoreanNumberReader.Find(text) : EnglishNumberReader.Find(text);
            return string.Join("; ", found.Select(number => $"{text[number.Start..number.End]}={number.Canonical()}")) == Expected(example);
        });
        TestContext.Current.TestOutputHelper?.WriteLine($"{name}: {held} hold");
        Assert.InRange(held, atLeast, int.MaxValue);
    }

    [Theory]
    [InlineData("ko-ordinal", 22)]
    [InlineData("en-ordinal", 8)]
    public void Ordinals(string name, int atLeast)
    {
        var examples = Cases(name).Where(example => example.GetProperty("results").EnumerateArray().All(result => result.GetProperty("type").GetString() == "ordinal")).ToList();
        var held = examples.Count(example =>
        {
            var heard = name.StartsWith("ko", StringComparison.Ordinal) ? Ear.Korean(Input(example)) : Ear.English(Input(example));
            return string.Join("; ", heard.Of(EntityType.Ordinal).Select(ordinal => ordinal.Value)) == string.Join("; ", example.GetProperty("results").EnumerateArray().Select(result => result.GetProperty("resolution").GetProperty("value").ToString()));
        });
        TestContext.Current.TestOutputHelper?.WriteLine($"{name}: {held} of {examples.Count} absolute ordinals hold");
        Assert.InRange(held, atLeast, int.MaxValue);
    }

    [Theory]
    [InlineData("ko-boolean", 11)]
    [InlineData("en-boolean", 13)]
    public void Booleans(string name, int atLeast)
    {
        var language = name.StartsWith("ko", StringComparison.Ordinal) ? SpokenLanguage.Korean : SpokenLanguage.English;
        var examples = Cases(name);
        var missed = examples.Where(example => Ear.Hear(Input(example), language, new("slot", ExpectedKind.YesNo)).Answer is var answer
            && (answer == YesNo.Yes) != example.GetProperty("results")[0].GetProperty("resolution").GetProperty("value").GetBoolean()).Select(Input).ToList();
        TestContext.Current.TestOutputHelper?.WriteLine($"{name}: {examples.Count - missed.Count} of {examples.Count} hold; not: {string.Join(" / ", missed)}");
        Assert.InRange(examples.Count - missed.Count, atLeast, int.MaxValue);
    }
}
