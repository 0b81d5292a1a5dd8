namespace ServiceBot.Dialogs.Language;

/// <summary>Words that are written otherwise than they are spoken, as a value of a sentence: 신한카드 1234, heard as 신한카드 일 이 삼 사.</summary>
/// <param name="Eye">As they are read.</param>
/// <param name="Ear">As they are spoken.</param>
public sealed record EyeAndEar(string Eye, string Ear)
{
    /// <summary>The form that is wanted.</summary>
    public string In(Modality modality) => modality == Modality.Speech ? Ear : Eye;
}
