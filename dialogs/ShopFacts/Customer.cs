using System.Collections.Immutable;
using ServiceBot.Dialogs.Language;

namespace ServiceBot.Dialogs.ShopFacts;

/// <summary>How sure the shop is of who somebody is.</summary>
public enum Assurance
{
    /// <summary>Nobody knows.</summary>
    None,
    /// <summary>A channel address points at a customer; a hint, never a proof.</summary>
    Matched,
    /// <summary>Proven by facts that only the customer should know.</summary>
    Verified,
    /// <summary>Signed in.</summary>
    Authenticated,
}

/// <summary>A customer as the shop knows them. Personal throughout.</summary>
/// <param name="Id">The shop's id.</param>
/// <param name="Name">Full name as it is said: 김하늘, Omar Anderson.</param>
public sealed record Customer(string Id, string Name)
{
    /// <summary>Whether the customer ordered without an account (비회원).</summary>
    public bool IsGuest { get; init; }
    /// <summary>E-mail address, or null.</summary>
    public string? Email { get; init; }
    /// <summary>Telephone number in digits, or null.</summary>
    public string? Phone { get; init; }
    /// <summary>The customer's tier, such as <c>vip</c>, or null. It changes routing and wording, never rights.</summary>
    public string? Tier { get; init; }
    /// <summary>The address that is used unless another is named.</summary>
    public Address? Address { get; init; }
    /// <summary>What the customer can pay with and be refunded to.</summary>
    public ImmutableArray<PaymentMethod> PaymentMethods { get; init; } = [];
}

/// <summary>A postal address.</summary>
/// <param name="Line1">Street and number; in Korea the road-name address.</param>
/// <param name="Postcode">Postcode as written.</param>
public sealed record Address(string Line1, string Postcode)
{
    /// <summary>Who receives there, or null for the customer.</summary>
    public string? Recipient { get; init; }
    /// <summary>Flat, floor, suite, or null.</summary>
    public string? Line2 { get; init; }
    /// <summary>City, or null.</summary>
    public string? City { get; init; }
    /// <summary>State or province, or null.</summary>
    public string? Region { get; init; }
    /// <summary>ISO 3166 code or the name that the shop uses, or null.</summary>
    public string? Country { get; init; }
    /// <summary>Telephone of who receives, in digits, or null.</summary>
    public string? Phone { get; init; }

    /// <summary>The address in one line as it is read back.</summary>
    public string InOneLine() => string.Join(", ", new[] { Line1, Line2, City, Region, Postcode }.Where(part => !string.IsNullOrWhiteSpace(part)));
}

/// <summary>The kinds of payment method, as the values that are stored and exchanged.</summary>
public static class PaymentKinds
{
    /// <summary>Credit or debit card.</summary>
    public const string Card = "card";
    /// <summary>Direct bank transfer (계좌이체).</summary>
    public const string BankTransfer = "bank_transfer";
    /// <summary>Virtual account (가상계좌, 무통장입금); refunds need a refund account.</summary>
    public const string VirtualAccount = "virtual_account";
    /// <summary>Naver Pay.</summary>
    public const string NaverPay = "naver_pay";
    /// <summary>Kakao Pay.</summary>
    public const string KakaoPay = "kakao_pay";
    /// <summary>Toss.</summary>
    public const string Toss = "toss";
    /// <summary>Gift card with a balance.</summary>
    public const string GiftCard = "gift_card";
    /// <summary>The shop's points (적립금).</summary>
    public const string Points = "points";
    /// <summary>PayPal.</summary>
    public const string PayPal = "paypal";

    /// <summary>All of them.</summary>
    public static ImmutableArray<string> All { get; } = [Card, BankTransfer, VirtualAccount, NaverPay, KakaoPay, Toss, GiftCard, Points, PayPal];
}

/// <summary>Something to pay with and be refunded to.</summary>
/// <param name="Id">The shop's id.</param>
/// <param name="Kind">One of <see cref="PaymentKinds"/>.</param>
public sealed record PaymentMethod(string Id, string Kind)
{
    /// <summary>Brand or bank, such as 신한카드 or visa, or null.</summary>
    public string? Brand { get; init; }
    /// <summary>Last four digits, or null.</summary>
    public string? LastFour { get; init; }
    /// <summary>What is left on it, for gift cards and points.</summary>
    public Money? Balance { get; init; }
}
