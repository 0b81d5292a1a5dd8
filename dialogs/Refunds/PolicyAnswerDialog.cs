using System.Collections.Immutable;
using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.Policies;
using Stateless;
using S = ServiceBot.Dialogs.Refunds.TellStates;

namespace ServiceBot.Dialogs.Refunds;

/// <summary>Answers a question about the rules in general, at once and without asking who wants to know.</summary>
/// <param name="name">The dialog's name.</param>
/// <param name="intent">The question.</param>
/// <param name="answer">What the policy says, for the eye or, where that is true, for the ear.</param>
internal sealed class PolicyAnswerDialog(string name, string intent, Func<ShopPolicy, bool, ImmutableArray<Sentence>> answer) : Dialog<TellStates>(name, S.Told)
{
    public override string Purpose => "Answers a question about the rules in general, at once and without asking who wants to know.";

    public override ImmutableArray<string> Intents => [intent];

    public override bool IsAnswer => true;

    protected override void Configure(StateMachine<TellStates, Trigger> machine, Guards when) => machine.Configure(S.Told);

    protected override void Describe(StateTable<TellStates> states) => states.At(S.Told).Ends(scope =>
    {
        var sentences = answer(scope.Policy, scope.Turn.Channel.Speaks);
        return sentences.IsEmpty ? Question.Tell(Sentence.Of("refund.noRule")) : Question.Tell(sentences[^1]) with { Lead = [.. sentences.Take(sentences.Length - 1)] };
    });
}
