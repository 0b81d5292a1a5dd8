using System.Net;
using System.Web;
using System.Xml.Linq;

namespace ServiceBot.Bot.Tests.Telephone;

/// <summary>What is heard while the caller still speaks: it counts where no final result comes, and changes nothing late, twice or forged.</summary>
public sealed class PartialResultTests(Telephones telephones) : IClassFixture<Telephones>
{
    [Fact]
    public async Task Words_that_were_stable_count_where_recognition_has_no_final_result()
    {
        var call = await telephones.CallAsync();
        await PartialAsync(call, 0, "반품");
        await PartialAsync(call, 2, "반품하고 싶어요");
        await PartialAsync(call, 1, "반품하고");
        await PartialAsync(call, 2, "반품하고 싶어요");
        await call.SilenceAsync();
        call.Hears("본인 확인");
    }

    [Fact]
    public async Task What_comes_after_the_answer_changes_nothing()
    {
        var call = await telephones.CallAsync();
        var late = Address(call);
        await call.SayAsync("반품하고 싶어요");
        using var answer = await telephones.PostAsync(late, ("CallSid", call.Network.Sid), ("SequenceNumber", "9"), ("StableSpeechResult", "상담원 바꿔 주세요"));
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        await call.SilenceAsync();
        Assert.DoesNotContain("상담원에게 그대로 전달", call.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_the_company_did_not_sign_is_refused()
    {
        var call = await telephones.CallAsync();
        using var http = new HttpClient { BaseAddress = new Uri(telephones.Address) };
        using var form = new FormUrlEncodedContent([new("CallSid", call.Network.Sid), new("StableSpeechResult", "반품하고 싶어요")]);
        using var answer = await http.PostAsync(Address(call), form, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task One_for_a_call_that_nobody_knows_is_left_alone()
    {
        using var answer = await telephones.PostAsync("/twilio/voice/partial?s=nothing-of-ours", ("CallSid", "CA1"), ("StableSpeechResult", "반품"));
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }

    private async Task PartialAsync(PhoneCall call, int number, string stable)
    {
        using var answer = await telephones.PostAsync(Address(call), ("CallSid", call.Network.Sid), ("SequenceNumber", $"{number}"), ("StableSpeechResult", stable), ("UnstableSpeechResult", "음"));
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }

    private static string Address(PhoneCall call)
    {
        var told = XDocument.Parse(call.Answers.Last(answer => answer.Document is not null).Document!).Descendants("Gather").Single().Attribute("partialResultCallback")!.Value;
        return HttpUtility.HtmlDecode(told);
    }
}
