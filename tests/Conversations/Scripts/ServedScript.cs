using System.Collections.Immutable;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ServiceBot.Conversations.DirectLine;
using ServiceBot.CtiAdapter;
using ServiceBot.CtiAdapter.Simulator;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Conversations.Scripts;

/// <summary>The whole program on a free port of this machine, with the script's stores and clock.</summary>
internal sealed class ServedScript : WebApplicationFactory<Program>
{
    private const string Secret = "the-secret-of-the-scripts";
    private readonly ScriptWorld world;

    public ServedScript(ScriptWorld world)
    {
        this.world = world;
        UseKestrel(0);
        StartServer();
    }

    public IScriptChannel Channel() => new DirectLineChannel(ClientOptions.BaseAddress);

    /// <summary>A telephone company on this machine, which calls the program over signed webhooks.</summary>
    public IScriptChannel Telephone()
    {
        var twilio = Services.GetRequiredService<IOptions<TwilioOptions>>().Value;
        var account = new SimulatedAccount(twilio.AccountSid, twilio.AuthTokens[0], ClientOptions.BaseAddress, $"{ClientOptions.BaseAddress}none");
        return new PhoneChannel(new PhoneNetwork(new HttpClient(), account, world.Clock), Services.GetRequiredService<IContextStore>());
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseSetting("DataDirectory", world.Folder);
        foreach (var (name, value) in world.Stores) builder.UseSetting(name, value);
        builder.UseSetting("Shop:Policy", world.Policy);
        builder.UseSetting("DirectLine:Secret", Secret);
        builder.UseSetting("Database:TurnDeadline", "00:01:00");
        builder.UseSetting("DrainSeconds", "0"); // nobody else sends anything here
        builder.ConfigureLogging(logging => logging.ClearProviders());
        builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(world.Clock));
    }

    private sealed class DirectLineChannel(Uri address) : IScriptChannel
    {
        private DirectLineCustomer? customer;

        public async Task<ImmutableArray<BotMessage>> OpenAsync(string locale)
        {
            customer?.Dispose();
            (customer, var greeting) = await DirectLineCustomer.StartAsync(address, Secret, locale);
            return greeting;
        }

        public Task<ImmutableArray<BotMessage>> SayAsync(string words) => Live.SayAsync(words);

        public Task<ImmutableArray<BotMessage>> ShowAsync(IReadOnlyList<string> photos, string? words) => Live.ShowAsync(photos.Select(photo => new Photo(photo)), words);

        private DirectLineCustomer Live => customer ?? throw new InvalidOperationException("No conversation was opened.");
    }
}
