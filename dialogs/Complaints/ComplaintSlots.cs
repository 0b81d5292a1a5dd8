using ServiceBot.Dialogs.Flow;

namespace ServiceBot.Dialogs.Complaints;

/// <summary>What a complaint must know.</summary>
internal static class ComplaintSlots
{
    /// <summary>Set where the customer would rather not prove who they are.</summary>
    public static readonly Slot<string> Anonymous = new("anonymous");
    public static readonly Slot<string> Contact = new("contact") { IsPersonal = true };
    public static readonly Slot<string> Story = new("story") { IsPersonal = true };
    public static readonly Slot<string> Category = new("category");
    public static readonly Slot<string> Order = new("order");
    public static readonly Slot<string> Wish = new("wish");

    /// <summary>Set once the bot has said sorry: once is enough.</summary>
    public static readonly Slot<string> Apologised = new("apologised");
    /// <summary>Set once it was said that proving who one is may be skipped.</summary>
    public static readonly Slot<string> SkipOffered = new("skipOffered");
    public static readonly Slot<string> Severity = new("severity");
    /// <summary>The promise, fixed when it is committed, so that the receipt says the same.</summary>
    public static readonly Slot<DateTimeOffset> AnswerBy = new("answerBy");

    /// <summary>What a customer can change at the end.</summary>
    public static IReadOnlyList<Slot> Changeable { get; } = [Contact, Story, Category, Order, Wish];
}
