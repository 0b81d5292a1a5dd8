using Stateless.Reflection;

namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    /// <summary>Describes the machine as it is configured now.</summary>
    public StateMachineInfo GetInfo()
    {
        var nodes = _nodes.Values.ToList();
        var destinations = nodes.SelectMany(node => node.Behaviours).OfType<FixedBehaviour>().Select(behaviour => behaviour.Destination);
        nodes.AddRange(destinations.Distinct().Where(state => !_nodes.ContainsKey(state)).Select(state => new StateNode(state)).ToList());

        var infos = nodes.ToDictionary(node => node.State, node => new StateInfo(node.State));
        foreach (var node in nodes)
            Describe(node, infos);
        return new StateMachineInfo([.. infos.Values], typeof(TState), typeof(TTrigger), new StateInfo(_initialState));
    }

    private static void Describe(StateNode node, Dictionary<TState, StateInfo> infos)
    {
        var info = infos[node.State];
        info.Superstate = node.Superstate is { } superstate ? infos[superstate.State] : null;
        info.Substates = [.. node.Substates.Select(substate => infos[substate.State])];
        info.EntryActions = [.. node.EntryActions.Select(action => new ActionInfo(action.Description, action.OnlyFromTrigger ? action.Trigger?.ToString() : null))];
        info.ExitActions = [.. node.ExitActions.Select(action => action.Description)];

        // Trigger by trigger, in the order in which they first appear; of one trigger, moves come first, then reentries, then internal transitions.
        var behaviours = node.Behaviours.GroupBy(behaviour => behaviour.Trigger).SelectMany(group => group.OrderBy(Rank)).ToList();
        info.FixedTransitions = [.. behaviours.Select(behaviour => Fixed(behaviour, info, infos)).OfType<FixedTransitionInfo>()];
        info.DynamicTransitions = [.. behaviours.OfType<DynamicBehaviour>().Select(behaviour => behaviour.Info)];
        info.IgnoredTriggers = [.. behaviours.OfType<IgnoredBehaviour>()
            .Select(behaviour => new IgnoredTransitionInfo(new TriggerInfo(behaviour.Trigger), behaviour.Guard.Descriptions))];
    }

    private static int Rank(TriggerBehaviour behaviour) => behaviour switch
    {
        FixedBehaviour => 0,
        ReentryBehaviour => 1,
        _ => 2,
    };

    private static FixedTransitionInfo? Fixed(TriggerBehaviour behaviour, StateInfo self, Dictionary<TState, StateInfo> infos)
    {
        var destination = behaviour switch
        {
            FixedBehaviour move => infos[move.Destination],
            ReentryBehaviour or InternalBehaviour => self,
            _ => null,
        };
        return destination is null
            ? null
            : new FixedTransitionInfo(new TriggerInfo(behaviour.Trigger), behaviour.Guard.Descriptions, destination, behaviour is InternalBehaviour);
    }
}
