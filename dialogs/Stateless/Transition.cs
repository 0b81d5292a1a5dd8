namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    /// <summary>One step of the machine: from where, to where, and by what.</summary>
    public class Transition
    {
        /// <summary>Describes a step.</summary>
        public Transition(TState source, TState destination, TTrigger trigger, object?[]? parameters = null)
        {
            Source = source;
            Destination = destination;
            Trigger = trigger;
            Parameters = parameters ?? [];
        }

        /// <summary>The state that is left.</summary>
        public TState Source { get; }

        /// <summary>The state that is entered.</summary>
        public TState Destination { get; }

        /// <summary>The trigger that was fired.</summary>
        public TTrigger Trigger { get; }

        /// <summary>True if the same state is left and entered.</summary>
        public bool IsReentry => Same(Source, Destination);

        /// <summary>The arguments that the trigger carried; empty if none.</summary>
        public object?[] Parameters { get; }
    }

    /// <summary>The step from a superstate into the substate that it names as its first one.</summary>
    public class InitialTransition : Transition
    {
        /// <summary>Describes a step.</summary>
        public InitialTransition(TState source, TState destination, TTrigger trigger, object?[]? parameters = null)
            : base(source, destination, trigger, parameters)
        {
        }
    }
}
