using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Language;
using Stateless.Reflection;

namespace ServiceBot.Dialogs.Tests.Flow;

/// <summary>What must hold of every dialog, proven on its graph.</summary>
public class GraphTests
{
    private static readonly DialogCatalog Catalog = DialogCatalog.Create();

    public static TheoryData<string> All => [.. Catalog.All.Select(dialog => dialog.Name)];

    [Theory, MemberData(nameof(All))]
    public void Wherever_a_customer_can_speak_there_is_a_way_to_a_person(string name) =>
        Assert.Empty(Details(name).Where(state => Speaks(state) && !Leaves(name, state.State).Any(edge => edge is { By: Trigger.Person, To: "HandedOver" })).Select(state => state.State));

    [Theory, MemberData(nameof(All))]
    public void Every_state_reaches_an_end(string name)
    {
        var ends = Details(name).Where(IsEnd).Select(state => state.State).ToHashSet(StringComparer.Ordinal);
        Assert.Empty(Details(name).Where(state => !Reach(name, state.State).Overlaps(ends)).Select(state => state.State));
    }

    [Theory, MemberData(nameof(All))]
    public void Going_on_silently_never_runs_in_a_circle(string name) =>
        Assert.Empty(Details(name).Where(state => Leaves(name, state.State).Where(edge => edge.By == Trigger.Next).Any(edge => Reach(name, edge.To, Trigger.Next).Contains(state.State))).Select(state => state.State));

    // So every loop passes through an answer, and answers are bounded by the ceilings of misses, strikes and corrections.
    [Theory, MemberData(nameof(All))]
    public void Every_way_back_passes_through_a_question_to_the_customer(string name) =>
        Assert.Empty(
            from state in Details(name)
            from edge in Leaves(name, state.State)
            where edge.By == Trigger.Retry && !Speaks(state) && !Speaks(Details(name).Single(to => to.State == edge.To))
            select $"{state.State} -> {edge.To}");

    [Theory, MemberData(nameof(All))]
    public void Every_guard_says_what_it_is_about(string name) =>
        Assert.Empty(
            from state in Catalog[name].Graph.States
            from transition in state.Transitions
            from guard in transition.GuardConditionsMethodDescriptions
            where guard.Description.Length < 3 || guard.Description == InvocationInfo.DefaultFunctionDescription
            select $"{state} on {transition.Trigger}");

    [Theory, MemberData(nameof(All))]
    public void Whatever_goes_on_by_itself_does_so_under_a_guard(string name) =>
        Assert.Empty(
            from state in Catalog[name].Graph.States
            from transition in state.Transitions
            where transition.Trigger.UnderlyingTrigger is Trigger.Next or Trigger.Retry && !transition.GuardConditionsMethodDescriptions.Any()
            select $"{state} on {transition.Trigger}");

    [Theory, MemberData(nameof(All))]
    public void Every_state_has_its_row_and_its_place_in_the_graph(string name)
    {
        var dialog = Catalog[name];
        var states = Enum.GetNames(dialog.Graph.StateType).Where(state => state != "Open").ToArray();
        Assert.Subset(dialog.States.Keys.ToHashSet(StringComparer.Ordinal), states.ToHashSet(StringComparer.Ordinal));
        Assert.Subset(dialog.Graph.States.Select(info => info.ToString()).ToHashSet(StringComparer.Ordinal), states.ToHashSet(StringComparer.Ordinal));
    }

    [Theory, MemberData(nameof(All))]
    public void A_state_asks_or_calls_or_commits_or_ends_or_goes_on_by_itself(string name) =>
        Assert.Empty(Details(name).Where(state => state.Question is null && state.Callee is null && state.Effect is null && !IsEnd(state)
            && !Leaves(name, state.State).Any(edge => edge.By == Trigger.Next)).Select(state => state.State));

    [Theory, MemberData(nameof(All))]
    public void What_waits_for_an_answer_asks_for_it(string name) =>
        Assert.Empty(Details(name).Where(state => state.Slot is not null && state.Question is null).Select(state => state.State));

    [Theory, MemberData(nameof(All))]
    public void The_dialog_and_what_can_be_changed_in_it_have_names_in_both_languages(string name)
    {
        var renderer = new SentenceRenderer(SentenceBooks.Load());
        foreach (var term in Details(name).Select(state => state.Name).OfType<Term>().Prepend(Catalog.NameOf(name)))
            foreach (var language in Enum.GetValues<SpokenLanguage>())
                Assert.NotEmpty(renderer.Word(term, language));
    }

    private static IEnumerable<StateDetail> Details(string name) => Catalog[name].States.Values;

    private static bool Speaks(StateDetail state) => state.Question is not null && !IsEnd(state);

    private static bool IsEnd(StateDetail state) => state.IsEnd || state.Successor is not null;

    private static IEnumerable<(Trigger By, string To)> Leaves(string name, string state)
    {
        for (var at = Catalog[name].Graph.States.SingleOrDefault(info => info.ToString() == state); at is not null; at = at.Superstate)
        {
            foreach (var way in at.FixedTransitions)
                if (way.Trigger.UnderlyingTrigger is Trigger by) yield return (by, way.DestinationState.ToString());
            foreach (var way in at.DynamicTransitions)
                foreach (var to in way.PossibleDestinationStates ?? [])
                    if (way.Trigger.UnderlyingTrigger is Trigger by) yield return (by, to.DestinationState);
        }
    }

    /// <summary>The state and all that can come after it.</summary>
    private static HashSet<string> Reach(string name, string from, Trigger? only = null)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal) { from };
        var open = new Queue<string>([from]);
        while (open.TryDequeue(out var state))
            foreach (var (by, to) in Leaves(name, state))
                if ((only is null || by == only) && reached.Add(to)) open.Enqueue(to);
        return reached;
    }
}
