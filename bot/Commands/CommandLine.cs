using System.CommandLine;
using ServiceBot.Bot.Hosting;

namespace ServiceBot.Bot.Commands;

/// <summary>The program's commands. Exit code 0 says done, 1 failed, 2 wrong usage or a wrong setting.</summary>
internal static class CommandLine
{
    private const int Failed = 1;
    private const int WrongUsage = 2;

    /// <summary>Runs the command that the arguments name, or serves where they name none.</summary>
    /// <param name="arguments">As typed; settings may stand anywhere as <c>--Section:Name value</c>.</param>
    /// <param name="compose">Puts the program together, with these settings.</param>
    /// <param name="serve">Serves until stopped.</param>
    public static async Task<int> RunAsync(string[] arguments, Func<string[], WebApplicationBuilder> compose, Func<WebApplication, Task> serve)
    {
        try
        {
            var (settings, rest) = SettingArguments.Split(arguments);
            var parsed = Create(settings, () => compose(settings), serve).Parse(rest);
            if (parsed.Errors.Count > 0)
                throw new UsageException(string.Join(Environment.NewLine, parsed.Errors.Select(error => error.Message)));
            // The host itself ends cleanly on a signal; the library would cut it short after two seconds, with an exit code of its own.
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
        }
        catch (UsageException fault)
        {
            return await RefuseAsync(WrongUsage, $"{fault.Message}{Environment.NewLine}See servicebot --help.");
        }
        catch (SettingsRefusedException fault)
        {
            return await RefuseAsync(WrongUsage, $"These settings are wrong:{Environment.NewLine}{string.Join(Environment.NewLine, fault.Errors.Select(error => $"  {error}"))}");
        }
        catch (OperationCanceledException)
        {
            return 0; // stopped by its operator while it was still starting
        }
        catch (Exception fault) when (fault is not HostAbortedException && Faults.Explain(fault) is not null)
        {
            return await RefuseAsync(Failed, Faults.Explain(fault) ?? fault.Message);
        }
    }

    private static RootCommand Create(string[] settings, Func<WebApplicationBuilder> compose, Func<WebApplication, Task> serve)
    {
        var root = new RootCommand("ServiceBot: a customer-service bot in Korean and English. Every command takes settings as --Section:Name value.");
        var serving = new Command("serve", "Serves the bot, its pages and its channels (the default).");
        foreach (var command in new[] { root, serving })
            command.SetAction(async (_, _) =>
            {
                await using var app = compose().BuildChecked().ReadyToServe();
                await serve(app);
            });
        foreach (var command in (Command[])[serving, .. TransferCommands.For(Quiet), .. RefundCommands.For(Quiet), .. DialogCommands.For(Quiet), .. PrivacyCommands.For(Quiet), FakePspCommand.For(settings)])
            root.Add(command);
        return root;

        // What a command says goes to whoever typed it; only what serves keeps a log.
        WebApplicationBuilder Quiet()
        {
            var builder = compose();
            builder.Logging.ClearProviders();
            return builder;
        }
    }

    private static async Task<int> RefuseAsync(int code, string message)
    {
        await Console.Error.WriteLineAsync($"servicebot: {message}");
        return code;
    }
}
