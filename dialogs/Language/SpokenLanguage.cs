namespace ServiceBot.Dialogs.Language;

/// <summary>The languages that every sentence exists in.</summary>
public enum SpokenLanguage
{
    /// <summary>Korean, ko-KR.</summary>
    Korean,

    /// <summary>English, en-US unless the customer's locale says otherwise.</summary>
    English,
}
