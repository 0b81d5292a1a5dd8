namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    public partial class StateConfiguration
    {
        private static Action<Transition, object?[]> Run(Action action)
        {
            ArgumentNullException.ThrowIfNull(action);
            return (_, _) => action();
        }

        private static Action<Transition, object?[]> Run(Action<Transition> action)
        {
            ArgumentNullException.ThrowIfNull(action);
            return (transition, _) => action(transition);
        }

        private static Action<Transition, object?[]> Run<T0>(Action<T0> action)
        {
            ArgumentNullException.ThrowIfNull(action);
            return (_, args) => action(TriggerArguments.Read<T0>(args, 0));
        }

        private static Action<Transition, object?[]> Run<T0>(Action<T0, Transition> action)
        {
            ArgumentNullException.ThrowIfNull(action);
            return (transition, args) => action(TriggerArguments.Read<T0>(args, 0), transition);
        }

        private static Action<Transition, object?[]> Run<T0, T1>(Action<T0, T1> action)
        {
            ArgumentNullException.ThrowIfNull(action);
            return (_, args) => action(TriggerArguments.Read<T0>(args, 0), TriggerArguments.Read<T1>(args, 1));
        }

        private static Action<Transition, object?[]> Run<T0, T1>(Action<T0, T1, Transition> action)
        {
            ArgumentNullException.ThrowIfNull(action);
            return (transition, args) => action(TriggerArguments.Read<T0>(args, 0), TriggerArguments.Read<T1>(args, 1), transition);
        }

        private static Action<Transition, object?[]> Run<T0, T1, T2>(Action<T0, T1, T2> action)
        {
            ArgumentNullException.ThrowIfNull(action);
            return (_, args) => action(TriggerArguments.Read<T0>(args, 0), TriggerArguments.Read<T1>(args, 1), TriggerArguments.Read<T2>(args, 2));
        }

        private static Action<Transition, object?[]> Run<T0, T1, T2>(Action<T0, T1, T2, Transition> action)
        {
            ArgumentNullException.ThrowIfNull(action);
            return (transition, args) => action(TriggerArguments.Read<T0>(args, 0), TriggerArguments.Read<T1>(args, 1), TriggerArguments.Read<T2>(args, 2), transition);
        }
    }
}
