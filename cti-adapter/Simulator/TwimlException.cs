namespace ServiceBot.CtiAdapter.Simulator;

/// <summary>An answer that the network cannot carry out.</summary>
/// <param name="code">The company's error code, such as 12100.</param>
/// <param name="message">What is wrong.</param>
internal sealed class TwimlException(int code, string message) : Exception($"{code}: {message}")
{
    /// <summary>The company's error code.</summary>
    public int Code => code;
}
