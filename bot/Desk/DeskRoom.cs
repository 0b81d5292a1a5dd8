using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.SignalR;
using ServiceBot.Bot.BotFramework;
using ServiceBot.Bot.Desk.Approvals;
using ServiceBot.Bot.Desk.Conversations;
using ServiceBot.Bot.Desk.Customers;
using ServiceBot.Bot.Desk.Figures;
using ServiceBot.Bot.Desk.FollowUps;
using ServiceBot.Bot.Desk.Inbox;
using ServiceBot.Bot.Desk.Live;
using ServiceBot.Bot.Desk.Outside;
using ServiceBot.Bot.Desk.Protection;
using ServiceBot.Bot.Desk.Queues;
using ServiceBot.Bot.Desk.Records;
using ServiceBot.Bot.Desk.Replies;
using ServiceBot.Bot.Desk.Routing;
using ServiceBot.Bot.Desk.SignIn;
using ServiceBot.Bot.Desk.SignIn.OpenId;
using ServiceBot.Bot.Desk.Sla;
using ServiceBot.Bot.Desk.Telephone;
using ServiceBot.Bot.Desk.Wall;
using ServiceBot.Bot.Desk.WrapUp;
using ServiceBot.Bot.Hosting;
using ServiceBot.Bot.Nodes;
using ServiceBot.Bot.Privacy;
using ServiceBot.Bot.Shop;
using ServiceBot.CtiAdapter.Queueing;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.Desk;

/// <summary>The agents' desk: its registration and its routes.</summary>
internal static class DeskRoom
{
    private const int LargestBody = 64 * 1024;
    // An agent whose network falls silent is missed soon enough that nobody waits longer than the grace and this for another.
    private static readonly TimeSpan StaysAlive = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan FallsSilent = TimeSpan.FromSeconds(12);

    /// <summary>Needs the shop and the turns; what the shop answers and does goes through the desk first, which takes only what is its own.</summary>
    public static IServiceCollection AddDesk(this IServiceCollection services)
    {
        services.AddSettings<HandoffSettings>(HandoffSettings.Section).AddSettings<DeskSettings>(DeskSettings.Section).AddSettings<DeskDemoSettings>("Shop");
        services.AddTables<DeskDatabase>();
        services.AddSingleton<IPersonalRecords, DeskPersonalRecords>();
        services.AddQueues();
        services.AddOutsideDesks();
        services.AddSignIn();
        services.AddOpenId();
        services.AddSingleton<DeskTelephones>().AddSingleton<DeskCalls>().AddSingleton<IDeskAgents, DeskCallers>();
        services.AddSingleton<FollowUpList>().AddSingleton<FollowUpNews>().AddSingleton<Callbacks>();
        services.AddSingleton<AgentTurns>().AddSingleton<Acting>().AddSingleton<DeskConversations>().AddSingleton<AskedApprovals>().AddSingleton<Approving>().AddSingleton<Walls>();
        services.AddSingleton<CustomerRecords>();
        services.AddSingleton<DeskEvents>();
        services.AddSingleton<DeskMetrics>().AddSingleton<ReAsks>().AddSingleton<NightlyCalibration>().AddSingleton<DeskFigures>();
        services.AddSignalR(hub =>
        {
            hub.MaximumReceiveMessageSize = LargestBody;
            (hub.KeepAliveInterval, hub.ClientTimeoutInterval) = (StaysAlive, FallsSilent);
        }).AddJsonProtocol(json => DeskJson.Configure(json.PayloadSerializerOptions));
        services.AddSingleton<LiveSigns>().AddSingleton<SignsStream>().AddSingleton<IHearsTyping>(all => all.GetRequiredService<LiveSigns>());
        services.AddOpenApi(DeskDocument.Name, DeskDocument.Describe);
        services.ConfigureHttpJsonOptions(json => DeskJson.Configure(json.SerializerOptions));
        services.InFrontOf<IFacts, DeskFacts>();
        services.InFrontOf<IEffects, DeskEffects>();
        return services;
    }

    /// <summary>The desk's API under <c>/desk/api</c> and its live events under <c>/desk/hub</c>.</summary>
    public static WebApplication MapDesk(this WebApplication app)
    {
        app.UseWhen(context => context.Request.Path.StartsWithSegments("/desk/hub", StringComparison.OrdinalIgnoreCase), hub => hub.Use(OnlyOwnOrigin));
        app.UseAuthentication();
        app.UseAuthorization();
        var open = app.MapGroup("/desk/api").AddEndpointFilter(SameOrigin.Check).AddEndpointFilter(Validated.Check);
        open.MapPost("/session", SessionEndpoints.SignInAsync);
        open.MapPost("/first", SessionEndpoints.FirstAsync);
        var api = app.MapGroup("/desk/api").AddEndpointFilter(SameOrigin.Check).AddEndpointFilter(Validated.Check).RequireAuthorization(DeskRoles.Agent);
        api.MapGet("/session", SessionEndpoints.GetAsync);
        api.MapPost("/session/end", (Nothing _, HttpContext http, Sessions sessions, OpenIdSignOut openId, AuditTrail audit, CancellationToken token) => SessionEndpoints.SignOutAsync(http, sessions, openId, audit, token));
        api.MapGet("/inbox", InboxEndpoints.GetAsync);
        api.MapPut("/presence", InboxEndpoints.SetPresenceAsync);
        api.MapPost("/offers/{id}/accept", InboxEndpoints.AcceptAsync);
        api.MapPost("/offers/{id}/decline", InboxEndpoints.DeclineAsync);
        api.MapGet("/conversations/{id}", ConversationEndpoints.GetAsync);
        api.MapGet("/conversations/{id}/recordings", RecordingEndpoints.ListAsync);
        api.MapGet("/recordings/{sid}", RecordingEndpoints.HearAsync).Produces<Stream>(StatusCodes.Status200OK, "audio/wav");
        api.MapGet("/conversations/{id}/suggestion", ConversationEndpoints.SuggestionAsync);
        api.MapGet("/conversations/{id}/preview", ConversationEndpoints.PreviewAsync);
        api.MapPost("/conversations/{id}/messages", ConversationEndpoints.SayAsync);
        api.MapPost("/conversations/{id}/corrections", ConversationEndpoints.CorrectAsync);
        api.MapPost("/conversations/{id}/delegations", ConversationEndpoints.DelegateAsync);
        api.MapPost("/conversations/{id}/starts", ConversationEndpoints.StartAsync);
        api.MapPost("/conversations/{id}/return", ConversationEndpoints.ReturnAsync);
        api.MapPost("/conversations/{id}/end", ConversationEndpoints.EndAsync);
        api.MapGet("/conversations/{id}/photos/{photo}", SharedEndpoints.PhotoAsync).Produces<Stream>(StatusCodes.Status200OK, "image/jpeg", "image/png");
        api.MapPost("/conversations/{id}/contact", SharedEndpoints.RevealAsync);
        api.MapPost("/conversations/{id}/notes", SharedEndpoints.NoteAsync);
        api.MapPost("/conversations/{id}/typing", SignEndpoints.TypingAsync);
        api.MapPost("/conversations/{id}/unveil", SignEndpoints.UnveilAsync);
        api.MapPost("/conversations/{id}/transfer", SharedEndpoints.TransferAsync);
        api.MapPost("/conversations/{id}/warnings", ProtectionEndpoints.WarnAsync);
        api.MapPost("/conversations/{id}/stop", ProtectionEndpoints.StopAsync);
        api.MapPost("/conversations/{id}/approvals", ApprovalEndpoints.AskAsync);
        api.MapPost("/conversations/{id}/call", CallEndpoints.DoAsync);
        api.MapGet("/follow-ups", FollowUpEndpoints.ListAsync);
        api.MapPost("/callbacks/{id}/take", FollowUpEndpoints.TakeAsync);
        api.MapPost("/callbacks/{id}/contact", FollowUpEndpoints.RevealAsync);
        api.MapPost("/callbacks/{id}/outcome", FollowUpEndpoints.SettleAsync);
        api.MapPost("/voicemails/{id}/done", VoicemailEndpoints.DoneAsync);
        api.MapPost("/voicemails/{id}/case", VoicemailEndpoints.OpenCaseAsync);
        api.MapGet("/telephone", TelephoneEndpoints.GetAsync);
        api.MapPut("/telephone", TelephoneEndpoints.SetAsync);
        api.MapPost("/telephone/token", TelephoneEndpoints.Token);
        api.MapGet("/colleagues", TelephoneEndpoints.ColleaguesAsync);
        api.MapGet("/customers/{id}", CustomerEndpoints.GetAsync);
        api.MapGet("/customers/{id}/contacts", CustomerEndpoints.ContactsAsync);
        api.MapGet("/customers/{id}/orders", CustomerEndpoints.OrdersAsync);
        api.MapGet("/customers/{id}/cases", CustomerEndpoints.CasesAsync);
        api.MapGet("/customers/{id}/promises", CustomerEndpoints.PromisesAsync);
        api.MapGet("/customers/{id}/satisfaction", CustomerEndpoints.SatisfactionAsync);
        api.MapPost("/customers/{id}/contact", CustomerEndpoints.RevealAsync);
        api.MapGet("/customers/{id}/contacts/{conversation}", CustomerEndpoints.ConversationAsync);
        api.MapPost("/customers/{id}/contacts/{conversation}/unveil", CustomerEndpoints.UnveilAsync);
        api.MapPost("/wrap-ups/{id}", WrapUps.PostAsync);
        api.MapGet("/replies", ReplyEndpoints.ListAsync);
        api.MapGet("/audit", AgentEndpoints.AuditAsync).RequireAuthorization(DeskRoles.Manager);
        api.MapGet("/evidence", EvidenceEndpoints.ListAsync).RequireAuthorization(DeskRoles.Manager);
        api.MapGet("/evidence/{id}", EvidenceEndpoints.GetAsync).RequireAuthorization(DeskRoles.Manager);
        api.MapPost("/evidence/{id}/unveil", EvidenceEndpoints.UnveilAsync).RequireAuthorization(DeskRoles.Manager);
        var supervised = app.MapGroup("/desk/api").AddEndpointFilter(SameOrigin.Check).AddEndpointFilter(Validated.Check).RequireAuthorization(DeskRoles.Supervisor);
        supervised.MapGet("/wall", WallEndpoints.GetAsync);
        supervised.MapPost("/callbacks/{id}/free", FollowUpEndpoints.FreeAsync);
        supervised.MapPost("/broadcasts", WallEndpoints.BroadcastAsync);
        supervised.MapPut("/agents/{id}/skills", WallEndpoints.SetSkillsAsync);
        supervised.MapPost("/conversations/{id}/take-over", SharedEndpoints.TakeOverAsync);
        supervised.MapPost("/conversations/{id}/force-end", SharedEndpoints.ForceEndAsync);
        supervised.MapPost("/conversations/{id}/supervision", CallEndpoints.SuperviseAsync);
        supervised.MapGet("/approvals", ApprovalEndpoints.ListAsync);
        supervised.MapPost("/approvals/{id}", ApprovalEndpoints.DecideAsync);
        supervised.MapPost("/replies", ReplyEndpoints.AddAsync);
        supervised.MapPost("/replies/{id}/remove", ReplyEndpoints.RemoveAsync);
        var agents = api.MapGroup("/agents").RequireAuthorization(DeskRoles.Administrator);
        agents.MapGet("", AgentEndpoints.ListAsync);
        agents.MapPost("", AgentEndpoints.AddAsync);
        agents.MapPut("/{id}", AgentEndpoints.SetAsync);
        agents.MapPost("/{id}/sessions/end", (string id, Nothing _, HttpContext http, Sessions sessions, AuditTrail audit, CancellationToken token) => AgentEndpoints.EndSessionsAsync(id, http, sessions, audit, token));
        app.MapOpenId();
        app.MapHandoff();
        app.MapOpenApi("/desk/api/{documentName}.json").RequireAuthorization(DeskRoles.Agent);
        app.MapHub<DeskHub>("/desk/hub").RequireAuthorization(DeskRoles.Agent);
        app.PrintFirstLink();
        return app;
    }

    private static void AddQueues(this IServiceCollection services) => services
        .AddSingleton<IQueueStore>(all => all.GetService<RedisLink>() is { } redis ? new RedisQueue(redis) : new InProcessQueue())
        .AddSingleton<IDeskNodes>(all => all.GetService<RedisLink>() is { } redis ? new RedisDeskNodes(redis) : new OneDeskNode())
        .AddSingleton<IAgentPolicy, LongestIdlePolicy>()
        .AddSingleton<IAgentPolicy, BestSkillPolicy>()
        .AddSingleton<Presence>()
        .AddSingleton<Overflow>()
        .AddSingleton<SlaGoals>()
        .AddSingleton<SlaTimers>()
        .AddSingleton<Nudges>()
        .AddSingleton<Escalations>()
        .AddSingleton<AgentsAtWork>()
        .AddSingleton<WrapUps>()
        .AddSingleton<CoolDowns>()
        .AddSingleton<Dispatcher>()
        .AddHostedService(provider => provider.GetRequiredService<Dispatcher>());

    private static void AddOutsideDesks(this IServiceCollection services)
    {
        services.AddSingleton<Handoffs>().AddSingleton<OutsideTurns>().AddSingleton<IHandoffStatuses>(provider => provider.GetRequiredService<OutsideTurns>());
        services.AddSingleton<IHandoffTransport, WebhookTransport>().AddSingleton<IHandoffTransport, ChannelTransport>();
        // The client's own log would hold the desk's address, which may hold a secret.
        services.AddHttpClient(nameof(WebhookTransport), client => client.Timeout = TimeSpan.FromSeconds(10)).ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false }).RemoveAllLoggers();
        services.AddSingleton<HandoffSender>().AddHostedService(provider => provider.GetRequiredService<HandoffSender>());
    }

    private static void AddSignIn(this IServiceCollection services)
    {
        services.AddSingleton<PasswordHasher<AgentRow>>().AddSingleton<Accounts>().AddSingleton<Sessions>().AddSingleton<OpenDesks>().AddSingleton<AuditTrail>();
        services.AddSingleton<FirstAgents>().AddHostedService(provider => provider.GetRequiredService<FirstAgents>()).AddHostedService<SessionGuard>();
        // Without the framework's data protection, whose keys nothing here would use.
        services.AddWebEncoders().AddAuthenticationCore(schemes => schemes.AddScheme<DeskAuthentication>(DeskAuthentication.Name, null));
        var authorization = services.AddAuthorizationBuilder();
        foreach (var role in DeskRoles.All)
            authorization.AddPolicy(role, policy => policy.AddAuthenticationSchemes(DeskAuthentication.Name).RequireAuthenticatedUser().RequireRole([.. DeskRoles.All.Where(other => DeskRoles.Includes(other, role))]));
    }

    // Browsers send the cookie with a socket from anywhere (CORS does not cover sockets), but they say where it comes from.
    private static Task OnlyOwnOrigin(HttpContext context, RequestDelegate next)
    {
        if (SameOrigin.IsOwn(context.Request)) return next(context);
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    private static void PrintFirstLink(this WebApplication app) => app.Lifetime.ApplicationStarted.Register(() =>
    {
        if (app.Services.GetRequiredService<FirstAgents>().Invitation is { } token)
            Console.Out.WriteLine($"The desk has no account yet. Within 24 hours, this link makes the first administrator, once:{Environment.NewLine}  {StartedBanner.Reachable(app)}/desk#first={token}{Environment.NewLine}");
    });
}
