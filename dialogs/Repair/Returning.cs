using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.ShopFacts;
using ServiceBot.Dialogs.Understanding;

namespace ServiceBot.Dialogs.Repair;

/// <summary>Somebody leaves a line and comes back on it. A line proves nobody, so who it is must be proven again before anything goes on; that something was begun may be said, what it was may not.</summary>
internal static class Returning
{
    public static void Hear(DialogStack stack)
    {
        var context = stack.Context;
        context.ContinuedIn = null;
        context.CustomerBefore = context.CustomerId ?? context.CustomerBefore;
        context.CustomerId = context.CustomerName = context.Contact = null;
        context.Assurance = Assurance.None;
        context.Doubted = null;
        context.Misses = context.Silences = context.Stumbles = 0;
        context.Greeted = false;
        Welcome.Introduce(stack);
        // What another dialog called is called again; what had gone to a person, or was only asked in parting, is over.
        while (context.Top is { } over && (over.CalledBy is not null || over.Dialog == "person" || over.State == DialogStack.HandedOver || stack.DialogOf(over).IsLast)) context.Stack.Remove(over);
        foreach (var frame in context.Stack) frame.Heard = frame.Heard.ConvertAll(WithoutProofs);
        if (context.Top is { } interrupted) Interruption.Offer(stack, interrupted, 0);
        else Welcome.Ask(stack, Welcome.Greet, 0);
    }

    // Else the proofs of an earlier call would prove who speaks now.
    private static Recognition WithoutProofs(Recognition heard) => heard with
    {
        Entities = heard.Entities.RemoveAll(entity => entity.Type is EntityType.OrderNumber or EntityType.Phone or EntityType.Email or EntityType.PersonName or EntityType.Postcode),
    };

    /// <summary>The channel no longer takes part, so nothing is said into a dead line.</summary>
    public static void Leave(DialogStack stack)
    {
        stack.Context.Doubted = null;
        stack.Context.Channels.Remove(stack.Step.Turn.Channel.Name);
        if (stack.Context.LastChannel == stack.Step.Turn.Channel.Name) stack.Context.LastChannel = stack.Context.Channels.Keys.FirstOrDefault();
    }

    /// <summary>Who returned is somebody else: nothing that was said before is theirs, and what was under way is left but for what has asked who they are.</summary>
    public static void Forget(DialogScope scope)
    {
        var context = scope.Context;
        var callers = new HashSet<int>();
        for (var called = scope.Frame; called?.CalledBy is { } caller && callers.Add(caller);) called = context.Stack.Find(frame => frame.Number == caller);
        context.Stack.RemoveAll(frame => frame.Number != scope.Frame.Number && !callers.Contains(frame.Number));
        foreach (var frame in context.Stack.Where(frame => callers.Contains(frame.Number)))
        {
            frame.Slots.Clear();
            frame.Answered.Clear();
            frame.Heard.Clear();
        }
        // A called dialog begins with all that its caller heard; the last words are those of whoever has just proven to be another.
        scope.Frame.Heard = [.. scope.Frame.Heard.TakeLast(1)];
        context.Said.Clear();
        context.Photos.Clear();
        context.Receipts.Clear();
        context.Waiting.Clear();
        context.CustomerBefore = null;
    }
}
