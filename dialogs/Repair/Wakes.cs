using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Dialogs.Repair;

/// <summary>Times at which a conversation is woken: a customer who fell silent in the middle is reminded once; what was said is kept however long it takes.</summary>
internal static class Wakes
{
    private const string Idle = "idle";

    public static void Hear(DialogStack stack, string name)
    {
        stack.Context.Wakes.RemoveAll(wake => wake.Name == name);
        if (name != Idle || stack.Context.Top is null || stack.Context.Committing is not null || stack.Context.Owner is not null) return;
        stack.Step.Say(Sentence.Of("repair.stillThere"));
        stack.AskAgain(0);
    }

    public static void SetIdle(DialogStack stack)
    {
        var context = stack.Context;
        if (stack.Step.Turn.Sender != Sender.Customer) return;
        context.Wakes.RemoveAll(wake => wake.Name == Idle);
        if (context.Top is { } frame && !stack.DialogOf(frame).IsLast && !stack.Step.Turn.Channel.Speaks && stack.Step.Policy.Service.IdleMinutes is { } minutes)
            context.Wakes.Add(new Wake(Idle, stack.Step.Turn.ReceivedAt.AddMinutes(minutes)));
    }
}
