using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace ServiceBot.Bot.Tests.Hosting;

/// <summary>What whoever starts the program sees when something is in the way.</summary>
public sealed class StartTests : IDisposable
{
    private readonly TemporaryDirectory directory = new();

    [Fact]
    public async Task Stopped_by_its_operator_it_ends_with_0() =>
        Assert.Equal(0, await ServiceBotProcess.WhileServingAsync(directory.File("data"), _ => Task.CompletedTask));

    [Fact]
    public async Task A_second_process_on_the_same_data_directory_refuses_to_start_and_says_what_to_do()
    {
        var data = directory.File("data");
        await ServiceBotProcess.WhileServingAsync(data, async _ =>
        {
            var second = await ServiceBotProcess.RunAsync("--DataDirectory", data, "--urls", $"http://127.0.0.1:{ServiceBotProcess.FreePort()}");

            Assert.Equal(1, second.ExitCode);
            Assert.StartsWith($"servicebot: DataDirectory '{data}' is in use by another servicebot", second.Error, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task A_data_directory_that_was_let_go_is_taken_again()
    {
        Assert.Equal(0, await ServiceBotProcess.WhileServingAsync(directory.File("data"), _ => Task.CompletedTask));
        Assert.Equal(0, await ServiceBotProcess.WhileServingAsync(directory.File("data"), _ => Task.CompletedTask));
    }

    [Fact]
    public async Task A_port_that_is_taken_is_named_and_another_is_proposed()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}";

        var refused = await ServiceBotProcess.RunAsync("--urls", address, "--DataDirectory", directory.File("data"));

        Assert.Equal(1, refused.ExitCode);
        Assert.Equal(
            $"servicebot: Failed to bind to address {address}: address already in use. Stop the other program, or choose another address with --urls http://localhost:5081.",
            refused.Error.TrimEnd());
    }

    [Fact]
    public async Task A_data_directory_that_cannot_be_created_is_named()
    {
        await File.WriteAllTextAsync(directory.File("a-file"), "");

        var refused = await ServiceBotProcess.RunAsync("--DataDirectory", directory.File("a-file/data"));

        Assert.Equal(1, refused.ExitCode);
        Assert.StartsWith($"servicebot: DataDirectory '{directory.File("a-file/data")}' cannot be created: ", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_full_disk_is_said_to_be_full()
    {
        var full = Directory.CreateDirectory(directory.File("full")).FullName;
        if (await MountAsync("mount", "-t", "tmpfs", "-o", "size=8k", "tmpfs", full) != 0)
            Assert.Skip("mounting a small disk needs rights that this machine does not give");
        try
        {
            var refused = await ServiceBotProcess.RunAsync("--DataDirectory", full, "--urls", $"http://127.0.0.1:{ServiceBotProcess.FreePort()}");

            Assert.Equal(1, refused.ExitCode);
            Assert.StartsWith("servicebot: The disk is full", refused.Error, StringComparison.Ordinal);
        }
        finally
        {
            await MountAsync("umount", full);
        }
    }

    [Fact]
    public async Task An_address_that_is_none_is_shown_with_the_form_of_one()
    {
        var refused = await ServiceBotProcess.RunAsync("--urls", "nonsense", "--DataDirectory", directory.File("data"));

        Assert.Equal((1, "servicebot: Invalid url: 'nonsense' Write --urls http://localhost:5080."), (refused.ExitCode, refused.Error.TrimEnd()));
    }

    public void Dispose() => directory.Dispose();

    private static async Task<int> MountAsync(string command, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(command, arguments) { RedirectStandardError = true, UseShellExecute = false }) ?? throw new InvalidOperationException(command);
        await process.WaitForExitAsync();
        return process.ExitCode;
    }
}
