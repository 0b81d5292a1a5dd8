using System.Collections.Immutable;
using ServiceBot.Dialogs.Escalation;
using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.Policies;
using ServiceBot.Dialogs.Repair;
using ServiceBot.Dialogs.Turns;
using ServiceBot.Dialogs.Understanding;

namespace ServiceBot.Dialogs.Flow;

/// <summary>The dialog step: (context, recognition, facts) to (new context, messages, what is still needed). Pure: the same in gives the same out.</summary>
public sealed class DialogRunner(DialogCatalog catalog, ShopPolicy policy, SentenceRenderer renderer, SpeechLevel level = SpeechLevel.Polite)
{
    /// <summary>The shop's policy that every step goes by.</summary>
    public ShopPolicy Policy => policy;

    /// <summary>Takes one step.</summary>
    /// <param name="context">The conversation; it is changed, so hand over a copy where the step may have to be taken again.</param>
    /// <param name="turn">What happened.</param>
    /// <param name="heard">What its words mean, or null where there are none.</param>
    /// <param name="facts">What was fetched so far.</param>
    /// <returns>What to say; while <see cref="Facts.Missing"/> is not empty, nothing of it counts: fetch and step again from the start.</returns>
    public ImmutableArray<Message> Step(ConversationContext context, Turn turn, Recognition? heard, Facts facts)
    {
        var step = new Step(context, turn, facts, policy, renderer, level);
        var stack = new DialogStack(step, catalog);
        if (LostContext.TakeUp(stack, heard) is not LostContext.Next.GoOn and var next) return next is LostContext.Next.Wait ? [] : Rest(stack);
        switch (turn.Input)
        {
            case AgentInput act:
                Takeover.Hear(stack, act, heard);
                break;
            case DeskFailed failed:
                Takeover.Fail(stack, failed);
                break;
            case Undeliverable:
                break;
            case Left left:
                Returning.Leave(stack);
                if (!left.KeepsPlace) Takeover.Abandon(stack);
                break;
            case NotReached:
                Takeover.GiveUp(stack);
                break;
            case Utterance or Pressed or Photos when context.Owner is { IsSilent: true }:
                Takeover.Hear(stack, Known(heard));
                break;
            case Silence when turn.Channel.Speaks && context.Owner is { IsSilent: true, Agent: null }:
                stack.AskAgain(1); // who waits on a line hears from time to time how long it may take
                break;
            case Started or Returned or Silence or Unreadable when context.Owner is { IsSilent: true }:
                break; // a person sees to it
            case EffectDelayed when context.Committing is { IsBookkeeping: true }:
                break;
            case EffectDelayed:
            case not EffectEnded when context.Committing is not null && turn.Sender == Sender.Customer:
                if (turn.Input is Photos photos) context.Photos.AddRange(photos.Ids);
                step.Say(Sentence.Of("repair.stillWorking"));
                break;
            case Started:
                Start(stack);
                break;
            case Returned:
                Returning.Hear(stack);
                break;
            case Joined joined:
                Elsewhere.Join(stack, joined);
                break;
            case Utterance or Pressed or Photos:
                CustomerWords.Hear(stack, Known(heard));
                break;
            case Silence:
                Silences.Hear(stack);
                break;
            case Unreadable unreadable:
                step.Say(Sentence.Of("repair.unreadable", ("what", unreadable.What)));
                stack.AskAgain(0);
                break;
            case WakeDue wake:
                Wakes.Hear(stack, wake.Name);
                break;
            case EffectEnded ended:
                Outcomes.Hear(stack, ended);
                break;
            default:
                throw new NotSupportedException($"No step is known for the input '{turn.Input.GetType().Name}'.");
        }
        Delegation.GiveBack(stack);
        if (context.ContinuedIn is not null) step.Hush();
        return facts.Missing.Count > 0 ? [] : Rest(stack);
    }

    private static ImmutableArray<Message> Rest(DialogStack stack)
    {
        Wakes.SetIdle(stack);
        return stack.Step.Finish();
    }

    /// <summary>All that a person needs who takes the conversation over.</summary>
    /// <param name="context">The conversation; it is not changed.</param>
    /// <param name="facts">What was fetched so far; fetch what is <see cref="Facts.Missing"/> and ask again.</param>
    /// <param name="language">The agent's language.</param>
    /// <param name="now">The time.</param>
    /// <param name="veiled">Whether names, addresses, telephone numbers and accounts are masked, for readers who should not have them.</param>
    /// <returns>The packet, or null while facts are missing.</returns>
    public HandoffPacket? Packet(ConversationContext context, Facts facts, SpokenLanguage language, DateTimeOffset now, bool veiled = false)
    {
        var copy = context.Copy();
        copy.Language = language;
        var step = new Step(copy, new Turn(context.Id, "packet", Channel.Internal, new Started(), now) { Sender = Sender.System }, facts, policy, renderer, level);
        return HandoffPackets.Build(new DialogStack(step, catalog), context.Language, veiled);
    }

    /// <summary>What the bot would answer a customer whose conversation is an agent's: a suggestion to that agent.</summary>
    /// <param name="context">The conversation; it is not changed.</param>
    /// <param name="said">What the customer said last.</param>
    /// <param name="heard">What the words mean.</param>
    /// <param name="facts">What was fetched so far; while any are <see cref="Facts.Missing"/>, fetch them and ask again.</param>
    /// <returns>What would be said, empty where there is nothing worth suggesting; null while facts are missing.</returns>
    public IReadOnlyList<Message>? Suggest(ConversationContext context, Turn said, Recognition heard, Facts facts)
    {
        var step = new Step(context.Copy(), said with { Answers = null, Shown = null }, facts, policy, renderer, level);
        var suggested = BotSuggestion.Of(new DialogStack(step, catalog), heard);
        return facts.Missing.Count > 0 ? null : suggested;
    }

    private static Recognition Known(Recognition? heard) => heard ?? throw new ArgumentException("An utterance comes with its recognition.", nameof(heard));

    private static void Start(DialogStack stack)
    {
        if (stack.Context.Greeted)
        {
            stack.AskAgain(0);
            return;
        }
        if (stack.Step.Turn.Locale?.StartsWith("en", StringComparison.OrdinalIgnoreCase) == true) stack.Context.Language = SpokenLanguage.English;
        Welcome.Introduce(stack);
        if (!Elsewhere.TryOffer(stack)) Welcome.Ask(stack, Welcome.Greet, 0);
    }
}
