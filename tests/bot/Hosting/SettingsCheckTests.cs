using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;
using ServiceBot.Bot.Hosting;

namespace ServiceBot.Bot.Tests.Hosting;

public class SettingsCheckTests
{
    [Fact]
    public void Defaults_are_right() => Assert.Empty(Errors());

    [Fact]
    public void A_value_out_of_range_is_told_with_its_range() =>
        Assert.Equal("Kettle:Minutes is '0': The field Kettle:Minutes must be between 1 and 10.", Assert.Single(Errors(("Kettle:Minutes", "0"))));

    [Theory]
    [InlineData("Kettle:Minutes", "soon", "it must be a whole number")]
    [InlineData("Kettle:On", "maybe", "it must be true or false")]
    [InlineData("Kettle:Colour", "7", "it must be one of Blue, Red")]
    [InlineData("Kettle:Cups:1", "many", "it must be a whole number")]
    public void A_value_of_another_kind_is_told_with_what_would_do(string setting, string value, string expected) =>
        Assert.Equal($"{setting} is '{value}': {expected}", Assert.Single(Errors((setting, value))));

    [Fact]
    public void A_secret_is_not_shown() =>
        Assert.Equal("Kettle:Secret is '(not shown)': too short", Assert.Single(Errors(("Kettle:Secret", "hush"))));

    [Fact]
    public void A_name_that_is_unknown_is_told_with_those_that_are_known() =>
        Assert.Equal("Kettle:Colr is not a setting; Kettle has Colour, Cups, Lid, Minutes, On, Secret", Assert.Single(Errors(("Kettle:Colr", "Red"))));

    [Fact]
    public void Classes_may_share_a_section() => Assert.Empty(Errors(("Kettle:Lid", "open"), ("Kettle:Minutes", "3")));

    [Fact]
    public void Names_are_the_same_in_any_case() => Assert.Empty(Errors(("KETTLE:MINUTES", "3")));

    [Fact]
    public void A_value_below_a_single_value_is_refused() =>
        Assert.Equal("Kettle:Minutes is one value, but Kettle:Minutes:0 is set below it", Assert.Single(Errors(("Kettle:Minutes:0", "3"))));

    private static List<string> Errors(params (string Name, string Value)[] configured) => SettingsCheck.Errors(
        [new("Kettle", typeof(KettleSettings)), new("Kettle", typeof(LidSettings))],
        new ConfigurationBuilder().AddInMemoryCollection(configured.Select(setting => KeyValuePair.Create<string, string?>(setting.Name, setting.Value))).Build());

    private sealed class KettleSettings
    {
        [Range(1, 10)]
        public int Minutes { get; set; } = 5;

        public bool? On { get; set; }

        public Colour Colour { get; set; }

        public List<int> Cups { get; set; } = [];

        [DataType(DataType.Password), MinLength(8, ErrorMessage = "too short")]
        public string? Secret { get; set; }
    }

    private sealed class LidSettings
    {
        public string Lid { get; set; } = "";
    }

    private enum Colour
    {
        Blue,
        Red,
    }
}
