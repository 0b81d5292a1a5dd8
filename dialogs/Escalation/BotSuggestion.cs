using System.Collections.Immutable;
using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Repair;
using ServiceBot.Dialogs.Turns;
using ServiceBot.Dialogs.Understanding;

namespace ServiceBot.Dialogs.Escalation;

/// <summary>What the bot would answer now if it were not silent: a suggestion to the agent who owns the conversation. The customer never hears it, and nothing of it is kept.</summary>
internal static class BotSuggestion
{
    /// <summary>Answers the customer's last words on a copy in which the conversation is the bot's.</summary>
    /// <param name="stack">The dialogs of a copy, whose turn is the customer's.</param>
    /// <param name="heard">What the words mean.</param>
    /// <returns>What would be said; empty where the bot would do something, ask for a person, or has not understood.</returns>
    public static ImmutableArray<Message> Of(DialogStack stack, Recognition heard)
    {
        var context = stack.Context;
        context.Owner = null;
        context.Stack.RemoveAll(frame => frame.Dialog == PersonDialog.Title);
        if (context.Top is { } top && !BackToBot.GoOn(stack, top)) return [];
        context.Misses = context.Clarifications = 0;
        context.Moods.Clear(); // whatever the mood, the person is there already
        if (context.Top is not null)
        {
            stack.Run();
            stack.Step.Hush();
        }
        // What the bot would have asked is what the customer answers.
        foreach (var (name, channel) in context.Channels.ToArray()) context.Channels[name] = channel with { Asked = context.Asked };
        CustomerWords.Hear(stack, heard);
        var isOfNoUse = context.Committing is not null || context.Misses > 0 || context.Clarifications > 0 || context.Stack.Exists(frame => frame.Dialog == PersonDialog.Title || frame.State == DialogStack.HandedOver);
        return stack.Step.Facts.Missing.Count > 0 || isOfNoUse ? [] : stack.Step.Finish();
    }
}
