namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    public partial class StateConfiguration
    {
        /// <summary>The trigger is accepted here and does nothing.</summary>
        public StateConfiguration Ignore(TTrigger trigger) =>
            Add(new IgnoredBehaviour(trigger, TransitionGuard.None));

        /// <summary>The trigger is accepted and does nothing while the guard is met.</summary>
        public StateConfiguration IgnoreIf(TTrigger trigger, Func<bool> guard, string? guardDescription = null) =>
            Add(new IgnoredBehaviour(trigger, TransitionGuard.Of(guard, guardDescription)));

        /// <summary>The trigger is accepted and does nothing while all guards are met; each comes with its description.</summary>
        public StateConfiguration IgnoreIf(TTrigger trigger, params Tuple<Func<bool>, string>[] guards) =>
            Add(new IgnoredBehaviour(trigger, TransitionGuard.Of(guards)));

        /// <inheritdoc cref="IgnoreIf(TTrigger, Func{bool}, string?)"/>
        public StateConfiguration IgnoreIf<TArg0>(TriggerWithParameters<TArg0> trigger, Func<TArg0, bool> guard, string? guardDescription = null) =>
            Add(new IgnoredBehaviour(Underlying(trigger), TransitionGuard.Of(TriggerArguments.Pack(guard), guardDescription)));

        /// <inheritdoc cref="IgnoreIf(TTrigger, Tuple{Func{bool}, string}[])"/>
        public StateConfiguration IgnoreIf<TArg0>(TriggerWithParameters<TArg0> trigger, params Tuple<Func<TArg0, bool>, string>[] guards) =>
            Add(new IgnoredBehaviour(Underlying(trigger), TransitionGuard.Of(guards, TriggerArguments.Pack)));

        /// <inheritdoc cref="IgnoreIf(TTrigger, Func{bool}, string?)"/>
        public StateConfiguration IgnoreIf<TArg0, TArg1>(TriggerWithParameters<TArg0, TArg1> trigger, Func<TArg0, TArg1, bool> guard, string? guardDescription = null) =>
            Add(new IgnoredBehaviour(Underlying(trigger), TransitionGuard.Of(TriggerArguments.Pack(guard), guardDescription)));

        /// <inheritdoc cref="IgnoreIf(TTrigger, Tuple{Func{bool}, string}[])"/>
        public StateConfiguration IgnoreIf<TArg0, TArg1>(TriggerWithParameters<TArg0, TArg1> trigger, params Tuple<Func<TArg0, TArg1, bool>, string>[] guards) =>
            Add(new IgnoredBehaviour(Underlying(trigger), TransitionGuard.Of(guards, TriggerArguments.Pack)));

        /// <inheritdoc cref="IgnoreIf(TTrigger, Func{bool}, string?)"/>
        public StateConfiguration IgnoreIf<TArg0, TArg1, TArg2>(TriggerWithParameters<TArg0, TArg1, TArg2> trigger, Func<TArg0, TArg1, TArg2, bool> guard, string? guardDescription = null) =>
            Add(new IgnoredBehaviour(Underlying(trigger), TransitionGuard.Of(TriggerArguments.Pack(guard), guardDescription)));

        /// <inheritdoc cref="IgnoreIf(TTrigger, Tuple{Func{bool}, string}[])"/>
        public StateConfiguration IgnoreIf<TArg0, TArg1, TArg2>(TriggerWithParameters<TArg0, TArg1, TArg2> trigger, params Tuple<Func<TArg0, TArg1, TArg2, bool>, string>[] guards) =>
            Add(new IgnoredBehaviour(Underlying(trigger), TransitionGuard.Of(guards, TriggerArguments.Pack)));
    }
}
