namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    private readonly Dictionary<TTrigger, TriggerWithParameters> _parameters = [];

    /// <summary>Declares the argument types of a trigger; they are checked whenever it is fired.</summary>
    /// <exception cref="InvalidOperationException">The trigger has been given parameters before.</exception>
    public TriggerWithParameters SetTriggerParameters(TTrigger trigger, params Type[] argumentTypes) =>
        Declare(new TriggerWithParameters(trigger, argumentTypes));

    /// <summary>Declares that a trigger carries one argument.</summary>
    /// <exception cref="InvalidOperationException">The trigger has been given parameters before.</exception>
    public TriggerWithParameters<TArg0> SetTriggerParameters<TArg0>(TTrigger trigger) =>
        Declare(new TriggerWithParameters<TArg0>(trigger));

    /// <summary>Declares that a trigger carries two arguments.</summary>
    /// <exception cref="InvalidOperationException">The trigger has been given parameters before.</exception>
    public TriggerWithParameters<TArg0, TArg1> SetTriggerParameters<TArg0, TArg1>(TTrigger trigger) =>
        Declare(new TriggerWithParameters<TArg0, TArg1>(trigger));

    /// <summary>Declares that a trigger carries three arguments.</summary>
    /// <exception cref="InvalidOperationException">The trigger has been given parameters before.</exception>
    public TriggerWithParameters<TArg0, TArg1, TArg2> SetTriggerParameters<TArg0, TArg1, TArg2>(TTrigger trigger) =>
        Declare(new TriggerWithParameters<TArg0, TArg1, TArg2>(trigger));

    private TParameters Declare<TParameters>(TParameters parameters)
        where TParameters : TriggerWithParameters
    {
        // The package names the type here, not the trigger; programs may compare the text.
        if (!_parameters.TryAdd(parameters.Trigger, parameters))
            throw new InvalidOperationException($"Parameters for the trigger '{parameters}' have already been configured.");
        return parameters;
    }
}
