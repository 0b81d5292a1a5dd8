using System.Diagnostics;
using Microsoft.Extensions.Options;

namespace ServiceBot.Bot.FakePsp;

/// <summary>Ends the provider when the program that it was started for has ended, however that ended.</summary>
internal sealed class EndsWithItsOwner(IOptions<FakePspSettings> settings, IHostApplicationLifetime lifetime) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (settings.Value.EndWith is not { } id) return;
        try
        {
            using var owner = Process.GetProcessById(id);
            await owner.WaitForExitAsync(stoppingToken);
        }
        catch (ArgumentException)
        {
            // It has ended already.
        }

        lifetime.StopApplication();
    }
}
