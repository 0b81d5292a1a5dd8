namespace ServiceBot.Dialogs.Privacy;

/// <summary>The kinds of personal data. The order decides what a stretch is called that is as long by two of them.</summary>
public enum PersonalKind
{
    /// <summary>Resident or foreigner registration number; never kept, not even sealed (개인정보 보호법 §24의2).</summary>
    ResidentNumber,
    /// <summary>Card number; never kept, not even sealed.</summary>
    Card,
    /// <summary>The three or four digits from the back of a card; never kept, not even sealed (PCI DSS 3.3.1).</summary>
    CardCode,
    /// <summary>Driving licence.</summary>
    Licence,
    /// <summary>Mobile telephone number.</summary>
    Phone,
    /// <summary>Land line or internet telephone number.</summary>
    Landline,
    /// <summary>E-mail address.</summary>
    Email,
    /// <summary>Passport.</summary>
    Passport,
    /// <summary>Personal customs code (개인통관고유부호).</summary>
    CustomsCode,
    /// <summary>Bank account, told by the words before it.</summary>
    Account,
    /// <summary>A person's name, known by its place.</summary>
    Name,
    /// <summary>A postal address, known by its place.</summary>
    Address,
}

/// <summary>What stands where personal data stood.</summary>
public static class PersonalKindNames
{
    /// <summary>Such as <c>[RRN]</c>.</summary>
    public static string Mask(this PersonalKind kind) => kind switch
    {
        PersonalKind.ResidentNumber => "[RRN]",
        PersonalKind.Card => "[CARD]",
        PersonalKind.CardCode => "[CVC]",
        PersonalKind.Licence => "[LICENSE]",
        PersonalKind.Account => "[ACCOUNT]",
        PersonalKind.Phone => "[PHONE]",
        PersonalKind.Landline => "[TEL]",
        PersonalKind.Email => "[EMAIL]",
        PersonalKind.Passport => "[PASSPORT]",
        PersonalKind.CustomsCode => "[CUSTOMS]",
        PersonalKind.Name => "[NAME]",
        PersonalKind.Address => "[ADDRESS]",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind of personal data."),
    };

    /// <summary>Whether nothing may keep it, sealed or not.</summary>
    public static bool IsForbidden(this PersonalKind kind) => kind is PersonalKind.ResidentNumber or PersonalKind.Card or PersonalKind.CardCode;
}
