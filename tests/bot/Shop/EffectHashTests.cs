using System.Security.Cryptography;
using System.Text;
using ServiceBot.Bot.Shop.Effects;
using ServiceBot.Dialogs.Escalation;
using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.WebLink;

namespace ServiceBot.Bot.Tests.Shop;

/// <summary>
/// Versions that run beside each other hash an effect alike. Where one of these fails because an effect got something more: leave that out while
/// nothing stands in it, as <see cref="EffectHash"/> says, instead of writing the test anew.
/// </summary>
public sealed class EffectHashTests
{
    public static TheoryData<Effect, string> Effects => new()
    {
        { new OpenReturn("K1", "O1", [new("1", 2)]), """{"effect":"openReturn","customerId":"K1","orderId":"O1","lines":[{"lineId":"1","quantity":2}],"evidence":[],"refunds":[],"keepGoods":false}""" },
        { new WithdrawReturn("K1", "R-1"), """{"effect":"withdrawReturn","customerId":"K1","number":"R-1"}""" },
        {
            new OpenCase("callback", "Ring me", new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero)) { Language = SpokenLanguage.English },
            """{"effect":"openCase","kind":"callback","summary":"Ring me","answerBy":"2026-11-22T09:00:00+00:00","language":"english","evidence":[]}"""
        },
        { new AddToCase("C-1", "Once more", Reopen: true), """{"effect":"addToCase","number":"C-1","text":"Once more","reopen":true}""" },
        { new RecordSatisfaction("C-1", 5), """{"effect":"recordSatisfaction","about":"C-1","score":5}""" },
        {
            new Escalate("E1", "c1", "asked", "returns", "A kettle"),
            """{"effect":"escalate","id":"E1","conversationId":"c1","trigger":"asked","skill":"returns","summary":"A kettle","reason":"","language":"korean","priority":0,"channel":"","isCall":false,"mood":"calm"}"""
        },
        {
            new Raise("E1", "injury", "complaints", 3, "I was hurt", "A kettle"),
            """{"effect":"raise","id":"E1","trigger":"injury","skill":"complaints","priority":3,"reason":"I was hurt","summary":"A kettle"}"""
        },
        { new PassToWeb("c1", SpokenLanguage.English), """{"effect":"passToWeb","conversationId":"c1","language":"english"}""" },
        { new Settle("E1", "ended"), """{"effect":"settle","id":"E1","state":"ended"}""" },
    };

    [Theory]
    [MemberData(nameof(Effects))]
    public void An_effect_is_hashed_as_the_version_before_hashed_it(Effect effect, string content) =>
        Assert.Equal(Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(content))), EffectHash.Of(effect));

    [Fact]
    public void Every_effect_is_here() => Assert.Equal(
        typeof(Effect).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Effect))).Select(type => type.Name).Order(),
        Effects.Select(row => row.Data.Item1.GetType().Name).Order());
}
