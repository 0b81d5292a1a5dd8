using System.Text.Json;
using System.Text.Json.Nodes;
using ServiceBot.Bot.BotFramework;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.Tests.BotFramework;

public sealed class OutgoingMessageTests
{
    [Fact]
    public void Options_are_buttons_that_send_their_own_title()
    {
        var actions = Json(Samples.WhichItem)["suggestedActions"]!["actions"]!.AsArray();

        Assert.Equal(
            [("imBack", "파란 주전자", "파란 주전자"), ("imBack", "컵 *SALE*", "컵 *SALE*")],
            actions.Select(action => (action!["type"]!.GetValue<string>(), action["title"]!.GetValue<string>(), action["value"]!.GetValue<string>())).ToArray());
    }

    [Fact]
    public void Many_options_stand_in_the_text_and_not_under_it()
    {
        var many = new Message("어느 것?") { Expecting = new Expectation("items", ExpectedKind.Item) { Options = [.. Enumerable.Range(0, 7).Select(i => new Option($"{i}", $"{i}"))] } };

        Assert.Null(Json(many)["suggestedActions"]);
    }

    [Fact]
    public void A_card_is_an_adaptive_card_in_which_words_are_never_markup()
    {
        var card = Json(Samples.WhichItem)["attachments"]![0]!;

        Assert.Equal("application/vnd.microsoft.card.adaptive", card["contentType"]!.GetValue<string>());
        Assert.Equal("1.5", card["content"]!["version"]!.GetValue<string>());
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse("""{"type":"RichTextBlock","inlines":[{"type":"TextRun","text":"주문 #W1","weight":"Bolder"}]}"""), card["content"]!["body"]![0]), card.ToJsonString());
    }

    [Fact]
    public void Words_are_plain_text_and_what_is_heard_goes_along()
    {
        var activity = Json(Samples.WhichItem);

        Assert.Equal(("plain", "ko-KR", "expectingInput"), (activity["textFormat"]!.GetValue<string>(), activity["locale"]!.GetValue<string>(), activity["inputHint"]!.GetValue<string>()));
        Assert.Equal(Samples.WhichItem.Speak, activity["speak"]!.GetValue<string>());
    }

    [Fact]
    public void Korean_goes_out_as_it_is_and_what_could_end_a_tag_does_not()
    {
        var wire = ActivityJson.Write(OutgoingMessage.From(new Message("한글 </script>"), ChannelAbilities.DirectLine, expose: false));

        Assert.Contains("한글", wire, StringComparison.Ordinal);
        Assert.DoesNotContain('<', wire);
    }

    [Fact]
    public void A_channel_without_buttons_and_cards_gets_words_only()
    {
        var activity = Json(Samples.WhichItem, ChannelAbilities.Of("sms"));

        Assert.Null(activity["suggestedActions"]);
        Assert.Null(activity["attachments"]);
    }

    [Fact]
    public void Programs_are_told_nothing_where_the_setting_is_off() =>
        Assert.Null(JsonNode.Parse(ActivityJson.Write(OutgoingMessage.From(Samples.WhichItem, ChannelAbilities.DirectLine, expose: false)))!["channelData"]);

    [Fact]
    public void Where_nothing_is_expected_the_kind_is_none_and_the_rest_is_absent()
    {
        var data = Json(new Message("네") { Dialog = "return", State = "Receipt" })["channelData"]!;

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse("""{"servicebot":{"dialog":"return","state":"Receipt","expecting":{"slot":"","kind":"none"}}}"""), data), data.ToJsonString());
    }

    [Fact]
    public void Fields_that_are_unknown_are_kept_and_those_that_are_absent_stay_absent()
    {
        const string original = """{"type":"message","text":"x","from":{"id":"u","aadObjectId":"7"},"entities":[{"type":"ClientInfo"}],"somethingNew":{"a":[1,null]}}""";
        Assert.True(ActivityJson.TryRead(System.Text.Encoding.UTF8.GetBytes(original), out var activity, out _));

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(original), JsonNode.Parse(ActivityJson.Write(activity))));
    }

    [Theory]
    [InlineData("""{"type":"message","channelData":{"a":1,"a":2}}""")]
    [InlineData("""{"type":"message","somethingNew":1,"somethingNew":2}""")]
    public void A_property_that_stands_twice_anywhere_is_refused(string original) =>
        Assert.False(ActivityJson.TryRead(System.Text.Encoding.UTF8.GetBytes(original), out _, out _));

    [Fact]
    public void A_document_that_is_too_deep_is_refused() =>
        Assert.False(ActivityJson.TryRead(System.Text.Encoding.UTF8.GetBytes("{\"type\":\"message\",\"x\":" + new string('[', 200) + new string(']', 200) + "}"), out _, out _));

    private static JsonNode Json(Message message, Channel? channel = null) => JsonNode.Parse(ActivityJson.Write(OutgoingMessage.From(message, channel ?? ChannelAbilities.DirectLine, expose: true)))!;
}
