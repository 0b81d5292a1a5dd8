using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.ShopFacts;
using ServiceBot.Dialogs.Understanding;

namespace ServiceBot.Dialogs.Repair;

/// <summary>
/// The conversation comes as a new one, but the shop's records know it: where it was kept was lost. It says so, tells what is registered and so not
/// lost, and begins again. Nothing is guessed; what was confirmed and never ran has to be confirmed again.
/// </summary>
internal static class LostContext
{
    // Longer ago, somebody else may hold the page or the line by now.
    private static readonly TimeSpan StillTheSame = TimeSpan.FromHours(24);

    // Clients have seen entries up to some number and wait for a higher one; nobody writes a hundred a second.
    private const long EntriesASecond = 100;

    /// <summary>Looks whether the conversation is known, before anything else is done with its first turn.</summary>
    /// <returns>What is left to do with the turn.</returns>
    public static Next TakeUp(DialogStack stack, Recognition? heard)
    {
        var (context, step) = (stack.Context, stack.Step);
        if (context.Version > 0) return Next.GoOn;
        var record = new ConversationOf(context.Id);
        if (!step.Facts.Require(record)) return Next.Wait;
        if (step.Facts.Get(record) is not { } known) return Next.GoOn;
        var customer = known.CustomerId is { } id && step.Turn.ReceivedAt - known.LastAt < StillTheSame ? id : null;
        if (customer is not null && !HasFacts(step, customer)) return Next.Wait;

        context.Language = known.Language;
        context.Greeted = true;
        context.LastSequence = Math.Max(0, (long)(step.Turn.ReceivedAt - known.StartedAt).TotalSeconds + 1) * EntriesASecond;
        step.Say(Sentence.Of("repair.lost"));
        if (customer is not null) Recognize(stack, customer);
        if (heard is { Intents: [{ Confidence: >= IntentCandidate.Ask }, ..] } || heard?.Acts.Contains(DialogAct.Person) == true) return Next.GoOn;
        Welcome.Ask(stack, Welcome.Greet, 0);
        return Next.Done;
    }

    private static bool HasFacts(Step step, string customer) =>
        step.Facts.Require(new CustomerById(customer)) & step.Facts.Require(new OrdersOf(customer)) & step.Facts.Require(new CasesOf(customer));

    private static void Recognize(DialogStack stack, string customer)
    {
        var (context, facts) = (stack.Context, stack.Step.Facts);
        if (facts.Get(new CustomerById(customer)) is not { } found) return;
        (context.CustomerId, context.CustomerName, context.Assurance) = (found.Id, found.Name, Assurance.Verified);
        var returns = (facts.Get(new OrdersOf(customer))?.Orders ?? []).SelectMany(order => order.Returns).Where(opened => opened.Status is not ("refunded" or "withdrawn" or "rejected"));
        var cases = (facts.Get(new CasesOf(customer))?.Cases ?? []).Where(matter => matter.Status is not "resolved");
        var open = returns.Select(opened => ("repair.lostReturn", opened.Number, At: opened.RequestedAt)).Concat(cases.Select(matter => ("repair.lostCase", matter.Number, At: matter.OpenedAt)))
            .OrderByDescending(matter => matter.At).Take(3).ToArray();
        foreach (var (sentence, number, _) in open) stack.Step.Say(Sentence.Of(sentence, ("number", number)));
        if (open.Length == 0) stack.Step.Say(Sentence.Of("repair.lostNothing"));
    }

    /// <summary>What is left to do with a turn.</summary>
    internal enum Next
    {
        /// <summary>Everything.</summary>
        GoOn,
        /// <summary>Nothing before facts are fetched.</summary>
        Wait,
        /// <summary>Nothing.</summary>
        Done,
    }
}
