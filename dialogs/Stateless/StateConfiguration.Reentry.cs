namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    public partial class StateConfiguration
    {
        /// <summary>The trigger leaves the state and enters it again, with exit and entry actions.</summary>
        public StateConfiguration PermitReentry(TTrigger trigger) =>
            Add(new ReentryBehaviour(trigger, TransitionGuard.None, State));

        /// <summary>The trigger leaves the state and enters it again while the guard is met.</summary>
        public StateConfiguration PermitReentryIf(TTrigger trigger, Func<bool> guard, string? guardDescription = null) =>
            Add(new ReentryBehaviour(trigger, TransitionGuard.Of(guard, guardDescription), State));

        /// <summary>The trigger leaves the state and enters it again while all guards are met; each comes with its description.</summary>
        public StateConfiguration PermitReentryIf(TTrigger trigger, params Tuple<Func<bool>, string>[] guards) =>
            Add(new ReentryBehaviour(trigger, TransitionGuard.Of(guards), State));

        /// <inheritdoc cref="PermitReentryIf(TTrigger, Func{bool}, string?)"/>
        public StateConfiguration PermitReentryIf<TArg0>(TriggerWithParameters<TArg0> trigger, Func<TArg0, bool> guard, string? guardDescription = null) =>
            Add(new ReentryBehaviour(Underlying(trigger), TransitionGuard.Of(TriggerArguments.Pack(guard), guardDescription), State));

        /// <inheritdoc cref="PermitReentryIf(TTrigger, Tuple{Func{bool}, string}[])"/>
        public StateConfiguration PermitReentryIf<TArg0>(TriggerWithParameters<TArg0> trigger, params Tuple<Func<TArg0, bool>, string>[] guards) =>
            Add(new ReentryBehaviour(Underlying(trigger), TransitionGuard.Of(guards, TriggerArguments.Pack), State));

        /// <inheritdoc cref="PermitReentryIf(TTrigger, Func{bool}, string?)"/>
        public StateConfiguration PermitReentryIf<TArg0, TArg1>(TriggerWithParameters<TArg0, TArg1> trigger, Func<TArg0, TArg1, bool> guard, string? guardDescription = null) =>
            Add(new ReentryBehaviour(Underlying(trigger), TransitionGuard.Of(TriggerArguments.Pack(guard), guardDescription), State));

        /// <inheritdoc cref="PermitReentryIf(TTrigger, Tuple{Func{bool}, string}[])"/>
        public StateConfiguration PermitReentryIf<TArg0, TArg1>(TriggerWithParameters<TArg0, TArg1> trigger, params Tuple<Func<TArg0, TArg1, bool>, string>[] guards) =>
            Add(new ReentryBehaviour(Underlying(trigger), TransitionGuard.Of(guards, TriggerArguments.Pack), State));

        /// <inheritdoc cref="PermitReentryIf(TTrigger, Func{bool}, string?)"/>
        public StateConfiguration PermitReentryIf<TArg0, TArg1, TArg2>(TriggerWithParameters<TArg0, TArg1, TArg2> trigger, Func<TArg0, TArg1, TArg2, bool> guard, string? guardDescription = null) =>
            Add(new ReentryBehaviour(Underlying(trigger), TransitionGuard.Of(TriggerArguments.Pack(guard), guardDescription), State));

        /// <inheritdoc cref="PermitReentryIf(TTrigger, Tuple{Func{bool}, string}[])"/>
        public StateConfiguration PermitReentryIf<TArg0, TArg1, TArg2>(TriggerWithParameters<TArg0, TArg1, TArg2> trigger, params Tuple<Func<TArg0, TArg1, TArg2, bool>, string>[] guards) =>
            Add(new ReentryBehaviour(Underlying(trigger), TransitionGuard.Of(guards, TriggerArguments.Pack), State));
    }
}
