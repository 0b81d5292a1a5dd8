namespace ServiceBot.Dialogs.Language;

/// <summary>Whether a sentence is read or heard; it decides how numbers, money, dates and order numbers are put.</summary>
public enum Modality
{
    /// <summary>For the eye: 35,000원, Tuesday, November 3.</summary>
    Text,

    /// <summary>For the ear, in words that any speech synthesis reads rightly: 삼만 오천 원, Tuesday, November third.</summary>
    Speech,
}

/// <summary>How polite Korean is; English knows no such levels.</summary>
public enum SpeechLevel
{
    /// <summary>해요체, the default.</summary>
    Polite,

    /// <summary>합쇼체, derived from the 해요체 of the books at the ends of sentences unless a book gives it.</summary>
    Formal,
}
