namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    /// <summary>A trigger together with the types of the arguments that it carries.</summary>
    public class TriggerWithParameters
    {
        private readonly Type[] _argumentTypes;

        /// <summary>Describes a trigger and its arguments; <c>SetTriggerParameters</c> makes a machine check them.</summary>
        /// <exception cref="ArgumentNullException">The types are null.</exception>
        public TriggerWithParameters(TTrigger underlyingTrigger, params Type[] argumentTypes)
        {
            ArgumentNullException.ThrowIfNull(argumentTypes);
            Trigger = underlyingTrigger;
            _argumentTypes = argumentTypes;
        }

        /// <summary>The types of the arguments, in order.</summary>
        public IEnumerable<Type> ArgumentTypes => _argumentTypes;

        /// <summary>The trigger itself.</summary>
        public TTrigger Trigger { get; }

        /// <summary>Checks arguments against the declared types. No arguments at all are accepted and read as default values.</summary>
        /// <exception cref="ArgumentNullException">The array is null.</exception>
        /// <exception cref="ArgumentException">There are too many, or some but too few, or one is of another type.</exception>
        public void ValidateParameters(object?[] args)
        {
            ArgumentNullException.ThrowIfNull(args);
            TriggerArguments.Check(args, _argumentTypes);
        }
    }

    /// <summary>A trigger that carries one argument.</summary>
    public class TriggerWithParameters<TArg0> : TriggerWithParameters
    {
        /// <summary>Describes the trigger; <c>SetTriggerParameters</c> makes a machine check its argument.</summary>
        public TriggerWithParameters(TTrigger underlyingTrigger)
            : base(underlyingTrigger, typeof(TArg0))
        {
        }
    }

    /// <summary>A trigger that carries two arguments.</summary>
    public class TriggerWithParameters<TArg0, TArg1> : TriggerWithParameters
    {
        /// <summary>Describes the trigger; <c>SetTriggerParameters</c> makes a machine check its arguments.</summary>
        public TriggerWithParameters(TTrigger underlyingTrigger)
            : base(underlyingTrigger, typeof(TArg0), typeof(TArg1))
        {
        }
    }

    /// <summary>A trigger that carries three arguments.</summary>
    public class TriggerWithParameters<TArg0, TArg1, TArg2> : TriggerWithParameters
    {
        /// <summary>Describes the trigger; <c>SetTriggerParameters</c> makes a machine check its arguments.</summary>
        public TriggerWithParameters(TTrigger underlyingTrigger)
            : base(underlyingTrigger, typeof(TArg0), typeof(TArg1), typeof(TArg2))
        {
        }
    }
}
