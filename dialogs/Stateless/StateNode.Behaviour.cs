namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    internal sealed partial class StateNode
    {
        /// <summary>
        /// Finds what the state, or else the nearest superstate, does with the trigger now. If nothing, <paramref name="unmet"/> (when
        /// wanted) holds the unmet guards of the outermost state that knows the trigger, or null if none does.
        /// </summary>
        /// <exception cref="InvalidOperationException">One state permits several transitions at once.</exception>
        internal TriggerBehaviour? Find(TTrigger trigger, object?[] args, bool explain, out List<string>? unmet)
        {
            unmet = null;
            for (var node = this; node is not null; node = node.Superstate)
            {
                if (node.FindOwn(trigger, args, explain, ref unmet) is { } found)
                    return found;
            }

            return null;
        }

        internal List<TTrigger> PermittedTriggers(object?[] args)
        {
            var permitted = new List<TTrigger>();
            for (var node = this; node is not null; node = node.Superstate)
            {
                foreach (var choices in node._behaviours.GroupBy(behaviour => behaviour.Trigger))
                {
                    if (choices.Any(behaviour => behaviour.Guard.IsMet(args)) && !permitted.Contains(choices.Key))
                        permitted.Add(choices.Key);
                }
            }

            return permitted;
        }

        internal void Enter(Transition transition)
        {
            if (!transition.IsReentry)
            {
                if (Contains(transition.Source))
                    return;
                if (transition is not InitialTransition)
                    Superstate?.Enter(transition);
            }

            foreach (var action in _entryActions)
            {
                if (!action.OnlyFromTrigger || EqualityComparer<TTrigger>.Default.Equals(action.Trigger, transition.Trigger))
                    action.Run(transition, transition.Parameters);
            }
        }

        internal void Exit(Transition transition)
        {
            if (!transition.IsReentry && Contains(transition.Destination))
                return;
            foreach (var action in _exitActions)
                action.Run(transition);

            // A step from a substate to its own superstate does not leave the superstate.
            if (!transition.IsReentry && Superstate is { } superstate && !Same(superstate.State, transition.Destination))
                superstate.Exit(transition);
        }

        private TriggerBehaviour? FindOwn(TTrigger trigger, object?[] args, bool explain, ref List<string>? unmet)
        {
            TriggerBehaviour? found = null;
            List<string>? ownUnmet = null;
            var several = false;
            foreach (var behaviour in _behaviours)
            {
                if (!EqualityComparer<TTrigger>.Default.Equals(behaviour.Trigger, trigger) || !behaviour.Guard.IsMet(args, explain, ref ownUnmet))
                    continue;
                several |= found is not null;
                found = behaviour;
            }

            if (several)
            {
                throw new InvalidOperationException(
                    $"Multiple permitted exit transitions are configured from state '{State}' for trigger '{trigger}'. Guard clauses must be mutually exclusive.");
            }

            unmet = ownUnmet ?? unmet;
            return found;
        }
    }
}
