using Microsoft.Extensions.Options;
using ServiceBot.CtiAdapter.Calls;

namespace ServiceBot.CtiAdapter.Tests.Calls;

/// <summary>Addresses that nobody can guess.</summary>
public class CallAddressTests
{
    private static readonly CallState State = new("call-CA1", 7) { Heard = "CA1:3", Keys = new(KeyKind.Menu) { Options = [0, 2], Rest = 3 }, Locale = "en-US", Waits = 2 };

    [Fact]
    public void The_state_comes_back_as_it_was()
    {
        var opened = Addresses("token").Open("CA1", Sealed("token"));

        Assert.Equal("en-US", opened?.Locale);
        Assert.Equal(7, opened?.Number);
        Assert.Equal([0, 2], opened!.Keys.Options);
        Assert.Equal(3, opened.Keys.Rest);
    }

    [Fact]
    public void It_is_good_for_its_own_call_alone() => Assert.Null(Addresses("token").Open("CA2", Sealed("token")));

    [Fact]
    public void The_old_token_opens_it_while_it_is_still_known()
    {
        Assert.NotNull(Addresses("new", "old").Open("CA1", Sealed("old")));
        Assert.Null(Addresses("new").Open("CA1", Sealed("old")));
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("e30.AAAA")]
    [InlineData("a.b.c")]
    [InlineData("한글.x")]
    public void Anything_else_is_no_state(string sealedState) => Assert.Null(Addresses("token").Open("CA1", sealedState));

    [Theory]
    [InlineData("+821012345678", true)]
    [InlineData("anonymous", false)]
    [InlineData("", false)]
    [InlineData("+266696687", false)]
    [InlineData("+7378742833", false)]
    [InlineData("client:alice", false)]
    [InlineData("sip:a@example.com", false)]
    public void A_withheld_number_is_nobodys(string from, bool isNumber)
    {
        Assert.Equal(isNumber, CallerKey.IsNumber(from));
        Assert.Equal(isNumber, new CallerKey(Settings("token")).Of(from) is not null);
    }

    private static string Sealed(string token) => Addresses(token).To("voice/answer", "CA1", State).Split("?s=")[1];

    private static CallAddresses Addresses(params string[] tokens) => new(Settings(tokens));

    private static IOptions<TwilioOptions> Settings(params string[] tokens) => Options.Create(new TwilioOptions { AuthTokens = [.. tokens] });
}
