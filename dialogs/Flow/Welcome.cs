using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.Turns;
using ServiceBot.Dialogs.Understanding;

namespace ServiceBot.Dialogs.Flow;

/// <summary>Where a conversation rests when no dialog is under way: it greets, asks what is wanted, and asks whether there is anything else.</summary>
internal static class Welcome
{
    public const string Name = "welcome";
    public const string Greet = nameof(Greet);
    public const string AnythingElse = nameof(AnythingElse);
    public const string Clarify = nameof(Clarify);
    public const string Closed = nameof(Closed);
    public const string Stopped = nameof(Stopped);

    private static readonly Slot<string> Wish = new("wish");

    private static readonly string[] CommonWishes = [Intents.Return, Intents.OrderStatus, Intents.RefundStatus, Intents.Complaint, Intents.Person];

    /// <summary>Says once what this is and how to reach a person.</summary>
    public static void Introduce(DialogStack stack)
    {
        if (stack.Context.Greeted) return;
        stack.Context.Greeted = true;
        stack.Step.Say(Sentence.Of("welcome.greeting"));
    }

    /// <summary>Rests: asks for more after something has ended, or for the first wish; says goodbye after the last.</summary>
    public static void Rest(DialogStack stack) => Ask(stack, stack.Step.LastEnded ? Closed : stack.Step.SomethingEnded || stack.Context.Receipts.Count > 0 ? AnythingElse : Greet, 0);

    public static void Ask(DialogStack stack, string state, int attempt)
    {
        if (state == Clarify && stack.Context.Asked is { } asked)
        {
            stack.Step.Ask(new Question(Sentence.Of("welcome.clarify"), asked.Expecting), Name, Clarify, attempt);
            return;
        }
        var wishes = CommonWishes.Where(wish => stack.Catalog.ForIntent(wish) is not null);
        var ask = Sentence.Of(state switch { AnythingElse => "welcome.anythingElse", Closed => "welcome.closed", Stopped => "welcome.stopped", _ => "welcome.ask" });
        stack.Step.Ask(Question.Choose(Wish, ExpectedKind.Choice, ask, Options(stack, wishes)) with { IsFarewell = state == Closed || (state == Stopped && stack.Step.Turn.Channel.Speaks) }, Name, state, attempt);
    }

    /// <summary>Asks which of several likely wishes was meant.</summary>
    public static void AskWhich(DialogStack stack, IEnumerable<string> intents) =>
        stack.Step.Ask(Question.Choose(Wish, ExpectedKind.Choice, Sentence.Of("welcome.clarify"), Options(stack, intents)), Name, Clarify, 0);

    private static IEnumerable<Option> Options(DialogStack stack, IEnumerable<string> intents) =>
        intents.Select(intent => new Option(intent, stack.Step.Words(Sentence.Of($"welcome.wish.{intent}"))));
}
