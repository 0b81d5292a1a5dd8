namespace ServiceBot.Bot.Hosting;

/// <summary>What stops the start is told once, in plain words, by the command line; the host's own log of it would tell it first, with a stack.</summary>
internal sealed class StartFaults
{
    /// <summary>Where the host writes that it could not start.</summary>
    public const string FrameworkCategory = "Microsoft.Extensions.Hosting.Internal.Host";

    private volatile bool started;

    /// <summary>Called once the program serves.</summary>
    public void Started() => started = true;

    /// <summary>Whether the host's log is written: what fails later has nobody else to tell it.</summary>
    public bool IsLogged(LogLevel level) => level >= LogLevel.Warning && started;
}
