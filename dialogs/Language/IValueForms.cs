namespace ServiceBot.Dialogs.Language;

/// <summary>How values are put into a sentence, in one language, for the eye or for the ear.</summary>
internal interface IValueForms
{
    string Number(long value, ValueFormat format);

    string Amount(Money money);

    /// <summary>A day; with Usual its weekday, with Short without, with Full its year, with Weekday that alone.</summary>
    string Day(DateOnly day, ValueFormat format);

    string TimeOfDay(TimeOnly time);

    /// <summary>A day and a time of that day.</summary>
    string Moment(DateOnly day, TimeOnly time);

    /// <summary>Data as it is, or with Digits and Phone in the form that can be copied down.</summary>
    string Data(string data, ValueFormat format);

    /// <summary>At least two parts, joined.</summary>
    string List(IReadOnlyList<string> parts, ValueFormat format);
}
