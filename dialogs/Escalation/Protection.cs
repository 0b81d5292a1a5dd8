using System.Collections.Immutable;
using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Dialogs.Escalation;

/// <summary>Why a conversation is ended for an agent's protection.</summary>
public static class AbuseCauses
{
    /// <summary>Insults (폭언); ended after the last warning only.</summary>
    public const string Insult = "insult";
    /// <summary>Threats (협박).</summary>
    public const string Threat = "threat";
    /// <summary>Sexual harassment (성희롱).</summary>
    public const string Harassment = "harassment";

    /// <summary>All of them.</summary>
    public static ImmutableArray<string> All { get; } = [Insult, Threat, Harassment];
}

/// <summary>
/// Protects agents from abuse (산업안전보건법 §41, 고객응대근로자): everybody who waits for a person is asked for respect, whoever insults one is warned twice,
/// and then the bot ends it. It takes nobody's rights away: what was begun stands, and the bot goes on serving.
/// </summary>
internal static class Protection
{
    public const int LastRung = 2;

    /// <summary>Warns, where this rung comes next.</summary>
    public static void Warn(DialogStack stack, AgentWarns warns)
    {
        if (warns.Rung != stack.Context.Warnings + 1 || warns.Rung > LastRung) return;
        stack.Context.Warnings = warns.Rung;
        stack.Step.Say(Sentence.Of(warns.Rung == LastRung ? "person.warnLast" : "person.warnFirst"));
    }

    /// <summary>Whether it may be ended for that cause now.</summary>
    public static bool MayStop(ConversationContext context, string cause) => AbuseCauses.All.Contains(cause) && (cause != AbuseCauses.Insult || context.Warnings >= LastRung);

    /// <summary>What was under way is over, and the bot says why.</summary>
    public static void Stop(DialogStack stack)
    {
        stack.Context.Stack.Clear();
        stack.Context.Waiting.Clear();
        stack.Context.Warnings = 0;
        stack.Context.Misses = 0;
        Welcome.Ask(stack, Welcome.Stopped, 0);
    }
}
