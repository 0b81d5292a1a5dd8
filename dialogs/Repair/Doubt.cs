using System.Collections.Immutable;
using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.Turns;
using ServiceBot.Dialogs.Understanding;

namespace ServiceBot.Dialogs.Repair;

/// <summary>
/// Words that speech recognition was not sure of are not acted on before the customer has said that they were meant. Who one is, and what binds, is
/// confirmed however sure it was; where it does not tell how sure it is, a key confirms what binds.
/// </summary>
internal static class Doubt
{
    public const string Name = "doubt";
    private const string Heard = nameof(Heard);

    // Below the first, nothing is made of the words; from the second on they are taken. To be tuned on calls of one's own.
    private const double Reject = 0.4;
    private const double Accept = 0.8;

    private static readonly ImmutableArray<(EntityType Entity, string Sentence)> Proofs =
    [
        (EntityType.OrderNumber, "repair.heardOrder"), (EntityType.Phone, "repair.heardPhone"), (EntityType.Postcode, "repair.heardPostcode"),
        (EntityType.PersonName, "repair.heardName"), (EntityType.Email, "repair.heardEmail"), (EntityType.Account, "repair.heardAccount"),
    ];

    /// <summary>Settles what was in doubt, or doubts.</summary>
    /// <returns>The words to go on with, or null where the customer is asked about them or for others.</returns>
    public static Recognition? Settle(DialogStack stack, Recognition heard)
    {
        var context = stack.Context;
        var confidence = stack.Step.Turn.Input is Utterance { Confidence: { } told } ? told : (double?)null;
        if (confidence is > 0 and < Reject)
        {
            Miss(stack);
            return null;
        }
        if (context.Doubted is { } doubted) return Answer(stack, doubted, heard, confidence);
        if (confidence is not { } sure || !heard.Acts.IsEmpty || !IsDoubtful(stack, heard, sure)) return heard;
        context.Doubted = new DoubtedWords(heard, context.Asked, ByKeyOnly: sure == 0 && IsBinding(stack));
        Ask(stack, 0);
        return null;
    }

    /// <summary>Asks whether that was said.</summary>
    public static void Ask(DialogStack stack, int attempt)
    {
        if (stack.Context.Doubted is not { } doubted) throw new InvalidOperationException("Nothing is in doubt.");
        var proofs = ProofsIn(doubted.Heard, doubted.Asked).ToImmutableArray();
        var ask = doubted.ByKeyOnly ? Sentence.Of("repair.doubtByKey")
            : proofs.IsEmpty ? Sentence.Of("repair.doubt", ("words", doubted.Heard.Text))
            : Sentence.Of("repair.doubtProofs");
        // The options stay in sight, so that "no, the white one" is heard.
        stack.Step.Ask(new Question(ask, new Expectation(Name, ExpectedKind.YesNo) { Options = doubted.Asked?.Expecting.Options ?? [] }) { Lead = proofs }, Name, Heard, attempt);
    }

    private static Recognition? Answer(DialogStack stack, DoubtedWords doubted, Recognition heard, double? confidence)
    {
        var context = stack.Context;
        if (heard.Acts.Contains(DialogAct.Repeat))
        {
            Ask(stack, 0);
            return null;
        }
        if (heard.Answer == YesNo.Yes && heard.Chosen.IsEmpty && doubted.ByKeyOnly && confidence is not null)
        {
            if (!Ladder.Climb(stack, ++context.Misses)) Ask(stack, context.Misses);
            return null;
        }
        context.Doubted = null;
        context.Asked = doubted.Asked;
        if (heard.Answer == YesNo.Yes && heard.Chosen.IsEmpty) return doubted.Heard;
        if (heard.Answer != YesNo.No || !heard.Chosen.IsEmpty || !heard.Entities.IsEmpty) return heard;
        Miss(stack);
        return null;
    }

    private static void Miss(DialogStack stack)
    {
        if (!Ladder.Climb(stack, ++stack.Context.Misses)) stack.AskAgain(stack.Context.Misses);
    }

    private static bool IsDoubtful(DialogStack stack, Recognition heard, double confidence)
    {
        // A story is for a person to read; a word in it that was misheard changes nothing here.
        if (stack.Context.Asked?.Expecting.Kind == ExpectedKind.Text) return false;
        if (ProofsIn(heard, stack.Context.Asked).Any()) return true;
        return confidence is > 0 and < Accept || confidence == 0 && heard.Answer == YesNo.Yes && IsBinding(stack);
    }

    private static bool IsBinding(DialogStack stack) =>
        stack.Context is { Top: { } frame, Asked: { ReadBack: not null } asked } && asked.Dialog == frame.Dialog && asked.State == frame.State;

    private static IEnumerable<Sentence> ProofsIn(Recognition heard, Prompt? asked)
    {
        if (asked?.Expecting is not { } expecting || !expecting.Alternatives.Add(expecting.Kind).Any(IsProof)) return [];
        return Proofs.SelectMany(proof => heard.Of(proof.Entity).TakeLast(1).Select(entity => Sentence.Of(proof.Sentence, ("value", entity.Value))));
    }

    private static bool IsProof(ExpectedKind kind) =>
        kind is ExpectedKind.Identity or ExpectedKind.Phone or ExpectedKind.Email or ExpectedKind.Name or ExpectedKind.Postcode or ExpectedKind.Account or ExpectedKind.Code;
}
