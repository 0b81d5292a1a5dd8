using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.ShopFacts;
using ServiceBot.Dialogs.Turns;
using ServiceBot.Dialogs.Understanding;

namespace ServiceBot.Dialogs.Escalation;

/// <summary>Why a person is needed, and how pressing that is.</summary>
public static class EscalationTriggers
{
    /// <summary>The customer asked.</summary>
    public const string Asked = "asked";
    /// <summary>The bot failed to understand, again and again.</summary>
    public const string Failures = "failures";
    /// <summary>The policy leaves the decision to a person.</summary>
    public const string Policy = "policy";
    /// <summary>Nobody can say how something at the shop ended.</summary>
    public const string Backend = "backend";
    /// <summary>The customer is angry or abusive.</summary>
    public const string Anger = "anger";
    /// <summary>The customer could not prove who they are.</summary>
    public const string Identity = "identity";
    /// <summary>The customer is in distress.</summary>
    public const string Vulnerable = "vulnerable";
    /// <summary>The bot failed to understand a customer who is a VIP; that needs fewer failures.</summary>
    public const string Vip = "vip";
    /// <summary>What is wished for is none of the bot's work.</summary>
    public const string Beyond = "beyond";
    /// <summary>Somebody was hurt, or is in danger.</summary>
    public const string Safety = "safety";
    /// <summary>Personal data got into the wrong hands.</summary>
    public const string Leak = "leak";
    /// <summary>The customer means to go to law.</summary>
    public const string Legal = "legal";
    /// <summary>An agent takes up what was promised.</summary>
    public const string Promised = "promised";

    private const string VipTier = "vip";

    /// <summary>0 as usual, 1 sooner (the bot failed, or a customer who is a VIP), 2 soon (anger, distress, a threat to go to law), 3 at once (both, danger, leaked data).</summary>
    public static int Priority(string trigger, string? tier, Mood mood)
    {
        if (trigger is Safety or Leak) return 3;
        var upset = trigger is Anger or Vulnerable or Legal || mood is Mood.Angry or Mood.Abusive or Mood.Distressed;
        var sooner = trigger is Failures or Backend or Vip || string.Equals(tier, VipTier, StringComparison.OrdinalIgnoreCase);
        return (upset ? 2 : 0) + (sooner ? 1 : 0);
    }

    /// <summary>How pressing it is for somebody who waits for a person, as far as the conversation itself tells: what brought the person, and the mood.</summary>
    public static int PriorityOf(ConversationContext context) => Priority(CauseOf(context), null, MoodOf(context));

    internal static int PriorityOf(DialogStack stack, string trigger) => Priority(trigger, IsVip(stack) ? VipTier : null, MoodOf(stack.Context));

    /// <summary>What brings the person who is waited for.</summary>
    internal static string CauseOf(ConversationContext context) =>
        context.Stack.Find(frame => frame.Dialog == PersonDialog.Title)?.Slots.GetValueOrDefault(DialogStack.PersonCause.Name)?.Value.GetString() ?? Asked;

    internal static Mood MoodOf(ConversationContext context) => context.Moods.Count == 0 ? Mood.Calm : context.Moods[^1];

    /// <summary>Whether the shop knows the customer as a VIP; not told while the fact is missing, and the step is taken again then.</summary>
    internal static bool IsVip(DialogStack stack) =>
        stack.Context is { Assurance: >= Assurance.Verified, CustomerId: { } id } && stack.Step.Facts.Require(new CustomerById(id))
        && string.Equals(stack.Step.Facts.Get(new CustomerById(id))?.Tier, VipTier, StringComparison.OrdinalIgnoreCase);

    /// <summary>How grave a case is that such a cause leaves behind, as in the policy's times to answer; null where the cause does not tell.</summary>
    internal static string? SeverityOf(string trigger) => trigger switch
    {
        Safety or Leak => "critical",
        Legal => "high",
        _ => null,
    };

    // A single outburst passes; two in a row do not pass by themselves. A complaint hears it out, so it is left to that.
    internal static string? OfMood(ConversationContext context) =>
        !MayBeHeardOut(context) ? null
        : context.Moods is [.., Mood.Angry or Mood.Abusive, Mood.Angry or Mood.Abusive] ? Anger
        : context.Moods is [.., Mood.Distressed, Mood.Distressed] ? Vulnerable
        : null;

    private static bool MayBeHeardOut(ConversationContext context) =>
        !context.Stack.Exists(frame => frame.Dialog is "person" or "complaint")
        && !context.Receipts.Exists(receipt => receipt.Kind == "callback");
}

/// <summary>What an agent must know to serve a customer.</summary>
public static class EscalationSkills
{
    /// <summary>Returns, refunds, exchanges.</summary>
    public const string Returns = "returns";
    /// <summary>Complaints.</summary>
    public const string Complaints = "complaints";
    /// <summary>Orders and parcels.</summary>
    public const string Orders = "orders";
    /// <summary>Everything else.</summary>
    public const string General = "general";

    /// <summary>All of them.</summary>
    public static System.Collections.Immutable.ImmutableArray<string> All { get; } = [Returns, Complaints, Orders, General];

    /// <summary>The skill for what is under way, of the matter that was begun last; a grave one is a complaint, whatever it came up in.</summary>
    public static string Of(ConversationContext context) => GraveMatter.IsUnderWay(context) ? Complaints : context.Stack.FindLast(frame => frame.Dialog is not ("person" or "identify"))?.Dialog switch
    {
        "return" or "return-undo" or "refund" or "refund-status" => Returns,
        "complaint" or "complaint-status" => Complaints,
        "order-status" => Orders,
        _ => General,
    };
}
