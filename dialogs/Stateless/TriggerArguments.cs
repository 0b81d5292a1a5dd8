using System.Globalization;

namespace Stateless;

/// <summary>Reads typed arguments out of the array in which a trigger carries them, and wraps typed delegates so that they take the array.</summary>
internal static class TriggerArguments
{
    internal static void Check(object?[] args, Type[] expected)
    {
        if (args.Length > expected.Length)
            throw new ArgumentException($"Too many parameters have been supplied. Expecting {Text(expected.Length)} but got {Text(args.Length)}.");
        for (var position = 0; position < expected.Length; position++)
            _ = Read(args, expected[position], position);
    }

    internal static Func<object?[], TResult> Pack<TResult>(Func<TResult> function) => _ => function();

    internal static Func<object?[], TResult> Pack<T0, TResult>(Func<T0, TResult> function) => args => function(Read<T0>(args, 0));

    internal static Func<object?[], TResult> Pack<T0, T1, TResult>(Func<T0, T1, TResult> function) =>
        args => function(Read<T0>(args, 0), Read<T1>(args, 1));

    internal static Func<object?[], TResult> Pack<T0, T1, T2, TResult>(Func<T0, T1, T2, TResult> function) =>
        args => function(Read<T0>(args, 0), Read<T1>(args, 1), Read<T2>(args, 2));

    internal static T Read<T>(object?[] args, int position)
    {
        // Without arguments every parameter has its default: so a guard can be asked before there are any.
        object? value = args.Length == 0 ? default(T) : Read(args, typeof(T), position);
        return (T)value!;
    }

    private static object? Read(object?[] args, Type type, int position)
    {
        if (args.Length == 0)
            return null;
        if (args.Length <= position)
            throw new ArgumentException($"An argument of type {type} is required in position {Text(position)}.");
        var value = args[position];
        if (value is not null && !type.IsInstanceOfType(value))
            throw new ArgumentException($"The argument in position {Text(position)} is of type {value.GetType()} but must be of type {type}.");
        return value;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
