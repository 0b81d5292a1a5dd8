using System.Collections.Immutable;
using ServiceBot.Dialogs.Escalation;
using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.Turns;
using ServiceBot.Dialogs.Understanding;

namespace ServiceBot.Dialogs.Repair;

/// <summary>What happens to the words of a customer: the list of repairs in the order in which they are tried. The first that can use the words ends it.</summary>
internal static class CustomerWords
{
    private delegate bool Repair(DialogStack stack, Recognition heard);

    private static readonly ImmutableArray<Repair> Repairs =
    [
        ChooseLanguage.TryRepair,
        AskForPerson.TryRepair,
        Interruption.TryAnswer,
        Elsewhere.TryAnswer,
        Ask.TryRepair,
        Stop.TryRepair,
        GoBack.TryRepair,
        Correction.TryRepair,
        Answer.TryRepair,
        Correction.TryByValue,
        Digression.TryRepair,
        SmallTalk.TryRepair,
        Refusal.TryRepair,
        WhichOne.TryRepair,
        NoMatch.Repair,
    ];

    // An answer to what this channel asked last, while another channel has gone on: it is understood as what it was, never as an answer to the newest question.
    private static readonly ImmutableArray<Repair> ToAnOldPrompt =
        [ChooseLanguage.TryRepair, AskForPerson.TryRepair, Ask.TryRepair, Stop.TryRepair, GoBack.TryRepair, OldPrompt.TryRepair, Correction.TryRepair, Digression.TryRepair, OldPrompt.AskTheNewest];

    // A story: nothing in it is an order to the bot, except to answer the question that asked for it.
    private static readonly ImmutableArray<Repair> InAStory = [ChooseLanguage.TryRepair, Answer.TryRepair, NoMatch.Repair];
    private const int StoryLength = 30;

    public static void Hear(DialogStack stack, Recognition heard)
    {
        var context = stack.Context;
        Welcome.Introduce(stack);
        var isToAnOldPrompt = OldPrompt.IsAsked(stack);
        if (Doubt.Settle(stack, heard) is not { } meant) return;
        heard = meant;
        Remember(context, heard);
        context.Silences = 0;
        if (GraveMatter.TryHandOver(stack, heard) || EarlyPhotos.TryKeep(stack, heard)) return;
        if (EscalationTriggers.OfMood(context) is { } trigger)
        {
            stack.Step.Say(Sentence.Of("person.sorry"));
            stack.HandOver(trigger, heard);
            return;
        }
        var tellsAStory = context.Asked?.Expecting.Kind == ExpectedKind.Text && heard.Text.Length >= StoryLength;
        foreach (var repair in isToAnOldPrompt ? ToAnOldPrompt : tellsAStory ? InAStory : Repairs)
            if (repair(stack, heard)) return;
    }

    /// <summary>Keeps the words for a person who may read them, and how they were meant.</summary>
    public static void Remember(ConversationContext context, Recognition heard)
    {
        if (heard.Text.Length > 0) context.Said.Add(heard.Text);
        if (context.Said.Count > 20) context.Said.RemoveAt(0);
        context.Moods.Add(heard.Mood);
        if (context.Moods.Count > 10) context.Moods.RemoveAt(0);
    }
}
