using Stateless.Reflection;

namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    public partial class StateConfiguration
    {
        /// <summary>Runs the action whenever the state is entered from outside of it, or again. Several actions run in the order of configuration.</summary>
        /// <exception cref="ArgumentNullException">The action is null.</exception>
        public StateConfiguration OnEntry(Action entryAction, string? entryActionDescription = null) =>
            Enter(Run(entryAction), new InvocationInfo(entryAction, entryActionDescription));

        /// <inheritdoc cref="OnEntry(Action, string?)"/>
        public StateConfiguration OnEntry(Action<Transition> entryAction, string? entryActionDescription = null) =>
            Enter(Run(entryAction), new InvocationInfo(entryAction, entryActionDescription));

        /// <summary>Runs the action when the state is entered by this trigger.</summary>
        /// <exception cref="ArgumentNullException">The trigger or the action is null.</exception>
        public StateConfiguration OnEntryFrom(TTrigger trigger, Action entryAction, string? entryActionDescription = null) =>
            EnterFrom(trigger, Run(entryAction), new InvocationInfo(entryAction, entryActionDescription));

        /// <inheritdoc cref="OnEntryFrom(TTrigger, Action, string?)"/>
        public StateConfiguration OnEntryFrom(TTrigger trigger, Action<Transition> entryAction, string? entryActionDescription = null) =>
            EnterFrom(trigger, Run(entryAction), new InvocationInfo(entryAction, entryActionDescription));

        /// <inheritdoc cref="OnEntryFrom(TTrigger, Action, string?)"/>
        public StateConfiguration OnEntryFrom(TriggerWithParameters trigger, Action<Transition> entryAction, string? entryActionDescription = null) =>
            EnterFrom(Underlying(trigger), Run(entryAction), new InvocationInfo(entryAction, entryActionDescription));

        /// <inheritdoc cref="OnEntryFrom(TTrigger, Action, string?)"/>
        public StateConfiguration OnEntryFrom<TArg0>(TriggerWithParameters<TArg0> trigger, Action<TArg0> entryAction, string? entryActionDescription = null) =>
            EnterFrom(Underlying(trigger), Run(entryAction), new InvocationInfo(entryAction, entryActionDescription));

        /// <inheritdoc cref="OnEntryFrom(TTrigger, Action, string?)"/>
        public StateConfiguration OnEntryFrom<TArg0>(
            TriggerWithParameters<TArg0> trigger, Action<TArg0, Transition> entryAction, string? entryActionDescription = null) =>
            EnterFrom(Underlying(trigger), Run(entryAction), new InvocationInfo(entryAction, entryActionDescription));

        /// <inheritdoc cref="OnEntryFrom(TTrigger, Action, string?)"/>
        public StateConfiguration OnEntryFrom<TArg0, TArg1>(
            TriggerWithParameters<TArg0, TArg1> trigger, Action<TArg0, TArg1> entryAction, string? entryActionDescription = null) =>
            EnterFrom(Underlying(trigger), Run(entryAction), new InvocationInfo(entryAction, entryActionDescription));

        /// <inheritdoc cref="OnEntryFrom(TTrigger, Action, string?)"/>
        public StateConfiguration OnEntryFrom<TArg0, TArg1>(
            TriggerWithParameters<TArg0, TArg1> trigger, Action<TArg0, TArg1, Transition> entryAction, string? entryActionDescription = null) =>
            EnterFrom(Underlying(trigger), Run(entryAction), new InvocationInfo(entryAction, entryActionDescription));

        /// <inheritdoc cref="OnEntryFrom(TTrigger, Action, string?)"/>
        public StateConfiguration OnEntryFrom<TArg0, TArg1, TArg2>(
            TriggerWithParameters<TArg0, TArg1, TArg2> trigger, Action<TArg0, TArg1, TArg2> entryAction, string? entryActionDescription = null) =>
            EnterFrom(Underlying(trigger), Run(entryAction), new InvocationInfo(entryAction, entryActionDescription));

        /// <inheritdoc cref="OnEntryFrom(TTrigger, Action, string?)"/>
        public StateConfiguration OnEntryFrom<TArg0, TArg1, TArg2>(
            TriggerWithParameters<TArg0, TArg1, TArg2> trigger, Action<TArg0, TArg1, TArg2, Transition> entryAction, string? entryActionDescription = null) =>
            EnterFrom(Underlying(trigger), Run(entryAction), new InvocationInfo(entryAction, entryActionDescription));

        /// <summary>Runs the action whenever the state is left, or entered again.</summary>
        /// <exception cref="ArgumentNullException">The action is null.</exception>
        public StateConfiguration OnExit(Action exitAction, string? exitActionDescription = null)
        {
            ArgumentNullException.ThrowIfNull(exitAction);
            return Exit(_ => exitAction(), new InvocationInfo(exitAction, exitActionDescription));
        }

        /// <inheritdoc cref="OnExit(Action, string?)"/>
        public StateConfiguration OnExit(Action<Transition> exitAction, string? exitActionDescription = null)
        {
            ArgumentNullException.ThrowIfNull(exitAction);
            return Exit(exitAction, new InvocationInfo(exitAction, exitActionDescription));
        }

        private StateConfiguration Enter(Action<Transition, object?[]> action, InvocationInfo description)
        {
            _node.Add(new StateNode.EntryAction(action, description, OnlyFromTrigger: false, default));
            return this;
        }

        private StateConfiguration EnterFrom(TTrigger trigger, Action<Transition, object?[]> action, InvocationInfo description)
        {
            _node.Add(new StateNode.EntryAction(action, description, OnlyFromTrigger: true, trigger));
            return this;
        }

        private StateConfiguration Exit(Action<Transition> action, InvocationInfo description)
        {
            _node.Add(new StateNode.ExitAction(action, description));
            return this;
        }
    }
}
