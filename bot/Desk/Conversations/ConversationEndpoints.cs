using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using ServiceBot.Bot.Desk.Figures;
using ServiceBot.Bot.Desk.SignIn;
using ServiceBot.Dialogs.Escalation;
using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.Desk.Conversations;

/// <summary>Something to say.</summary>
/// <param name="Id">The page's own id of the message: the same again is said once.</param>
/// <param name="Text">The words.</param>
/// <param name="Version">The version that the agent saw.</param>
internal sealed record SayRequest([property: Required, StringLength(64, MinimumLength = 8)] string Id, [property: Required, StringLength(4000, MinimumLength = 1)] string Text, long Version);

/// <summary>A slot to set.</summary>
/// <param name="Id">The page's own id of the action.</param>
/// <param name="Slot">The slot's name.</param>
/// <param name="Words">An option's value or title, or free words.</param>
/// <param name="Version">The version that the agent saw.</param>
internal sealed record CorrectRequest(
    [property: Required, StringLength(64, MinimumLength = 8)] string Id, [property: Required, StringLength(100)] string Slot,
    [property: Required, StringLength(1000, MinimumLength = 1)] string Words, long Version);

/// <summary>A slot for the bot to collect.</summary>
/// <param name="Id">The page's own id of the action.</param>
/// <param name="Slot">The slot's name.</param>
/// <param name="Version">The version that the agent saw.</param>
internal sealed record DelegateRequest([property: Required, StringLength(64, MinimumLength = 8)] string Id, [property: Required, StringLength(100)] string Slot, long Version);

/// <summary>Anything that needs no more words.</summary>
/// <param name="Id">The page's own id of the action.</param>
/// <param name="Version">The version that the agent saw.</param>
internal sealed record ActRequest([property: Required, StringLength(64, MinimumLength = 8)] string Id, long Version);

/// <summary>Something to begin for the customer.</summary>
/// <param name="Id">The page's own id of the action.</param>
/// <param name="Intent">One of <see cref="AgentStarts.Intents"/>.</param>
/// <param name="About">The number of the order or return that it is about, or null.</param>
/// <param name="Version">The version that the agent saw.</param>
internal sealed record StartRequest(
    [property: Required, StringLength(64, MinimumLength = 8)] string Id, [property: Required, StringLength(40)] string Intent, [property: StringLength(400)] string? About, long Version);

/// <summary>What the customer would hear.</summary>
/// <param name="Says">The bot's messages, in order.</param>
internal sealed record PreviewView(IReadOnlyList<string> Says);

/// <summary>What the bot suggests.</summary>
/// <param name="Version">The conversation's version that it answers.</param>
/// <param name="Says">What the bot would say, in order; empty where it suggests nothing.</param>
internal sealed record SuggestionView(long Version, IReadOnlyList<string> Says);

/// <summary>What an action came to.</summary>
/// <param name="Version">The version to act on next.</param>
internal sealed record ActAnswer(long Version);

/// <summary>What agents do in a conversation that is theirs.</summary>
internal static class ConversationEndpoints
{
    public static async Task<Results<Ok<ConversationView>, ProblemHttpResult>> GetAsync(
        string id, long? after, string? language, HttpContext http, DeskConversations conversations, AuditTrail audit, CancellationToken cancellationToken)
    {
        var user = DeskUser.From(http.User);
        if (await conversations.FindAsync(user, id, cancellationToken) is not { } context) return Missing();
        await audit.WriteAsync(user.Id, AuditActions.Read, id, null, cancellationToken);
        return TypedResults.Ok(await conversations.ViewAsync(context, Math.Max(0, after ?? 0), LanguageOf(language), cancellationToken));
    }

    public static async Task<Results<Ok<ActAnswer>, ProblemHttpResult>> SayAsync(
        string id, SayRequest request, HttpContext http, Acting acting, ReAsks reAsks, CancellationToken cancellationToken)
    {
        var user = DeskUser.From(http.User);
        var answer = await acting.DoAsync(user, id, request.Id, request.Version, AuditActions.Said, null, agent => new AgentSays(agent, request.Text), (_, _) => true, cancellationToken);
        if (answer.Result is Ok<ActAnswer>) await reAsks.CountAsync(user, id, request.Id, request.Text, cancellationToken);
        return answer;
    }

    public static Task<Results<Ok<ActAnswer>, ProblemHttpResult>> CorrectAsync(string id, CorrectRequest request, HttpContext http, Acting acting, CancellationToken cancellationToken) =>
        acting.DoAsync(DeskUser.From(http.User), id, request.Id, request.Version, AuditActions.Corrected, request.Slot, agent => new AgentCorrects(agent, request.Slot, request.Words),
            (before, after) => SlotsOf(after, request.Slot).Any(slot => !SlotsOf(before, request.Slot).Contains(slot)), cancellationToken);

    public static Task<Results<Ok<ActAnswer>, ProblemHttpResult>> DelegateAsync(string id, DelegateRequest request, HttpContext http, Acting acting, CancellationToken cancellationToken) =>
        acting.DoAsync(DeskUser.From(http.User), id, request.Id, request.Version, AuditActions.Delegated, request.Slot, agent => new AgentDelegates(agent, request.Slot),
            (_, after) => after.Owner?.Delegated is not null, cancellationToken);

    /// <summary>Begins something that the bot sees through with the customer.</summary>
    public static async Task<Results<Ok<ActAnswer>, ProblemHttpResult>> StartAsync(string id, StartRequest request, HttpContext http, Acting acting, CancellationToken cancellationToken) =>
        AgentStarts.Intents.Contains(request.Intent)
            ? await acting.DoAsync(DeskUser.From(http.User), id, request.Id, request.Version, AuditActions.Started, request.Intent, agent => new AgentStarts(agent, request.Intent, request.About),
                (before, after) => after.Frames > before.Frames, cancellationToken)
            : TypedResults.Problem($"'intent' is '{request.Intent}': known are {string.Join(", ", AgentStarts.Intents)}.", statusCode: StatusCodes.Status400BadRequest);

    public static Task<Results<Ok<ActAnswer>, ProblemHttpResult>> ReturnAsync(string id, ActRequest request, HttpContext http, Acting acting, CancellationToken cancellationToken) =>
        acting.DoAsync(DeskUser.From(http.User), id, request.Id, request.Version, AuditActions.Returned, null, agent => new AgentReturns(agent), (_, after) => after.Owner is null, cancellationToken);

    public static Task<Results<Ok<ActAnswer>, ProblemHttpResult>> EndAsync(string id, ActRequest request, HttpContext http, Acting acting, CancellationToken cancellationToken) =>
        acting.DoAsync(DeskUser.From(http.User), id, request.Id, request.Version, AuditActions.Ended, null, agent => new AgentEnds(agent), (_, after) => after.Owner is null, cancellationToken);

    /// <summary>What the customer would hear of <c>return</c>, <c>end</c>, <c>delegate</c>, <c>warn</c>, <c>start</c> or <c>stop</c>.</summary>
    public static async Task<Results<Ok<PreviewView>, ProblemHttpResult>> PreviewAsync(
        string id, string act, string? slot, int? rung, string? intent, string? about, HttpContext http, DeskConversations conversations, CancellationToken cancellationToken)
    {
        var user = DeskUser.From(http.User);
        AgentInput? input = act switch
        {
            "return" => new AgentReturns(user.Identity),
            "end" => new AgentEnds(user.Identity),
            "delegate" when slot is { Length: > 0 and <= 100 } => new AgentDelegates(user.Identity, slot),
            "warn" when rung is { } step => new AgentWarns(user.Identity, step),
            "start" when intent is not null && AgentStarts.Intents.Contains(intent) && about is not { Length: > 400 } => new AgentStarts(user.Identity, intent, about),
            "stop" => new AgentStops(user.Identity, AbuseCauses.Threat),
            _ => null,
        };
        if (input is null) return TypedResults.Problem($"'act' is '{act}': known are return, end, stop, delegate with a 'slot', warn with a 'rung', and start with an 'intent'.", statusCode: StatusCodes.Status400BadRequest);
        if (await conversations.FindAsync(user, id, cancellationToken) is not { Owner.Agent: { } owner } context || owner.Id != user.Id) return Missing();
        return TypedResults.Ok(new PreviewView((await conversations.RehearseAsync(context, input, cancellationToken)).Says));
    }

    /// <summary>What the bot would answer the customer now, for the agent to take or leave.</summary>
    public static async Task<Results<Ok<SuggestionView>, ProblemHttpResult>> SuggestionAsync(string id, HttpContext http, DeskConversations conversations, CancellationToken cancellationToken)
    {
        var user = DeskUser.From(http.User);
        return await conversations.FindAsync(user, id, cancellationToken) is { Owner.Agent: { } owner } context && owner.Id == user.Id
            ? TypedResults.Ok(new SuggestionView(context.Version, await conversations.SuggestAsync(context, cancellationToken)))
            : Missing();
    }

    /// <summary>The same words for what is not there and what is not yours.</summary>
    public static ProblemHttpResult Missing() => TypedResults.Problem("There is no such conversation at your desk.", statusCode: StatusCodes.Status404NotFound);

    public static SpokenLanguage LanguageOf(string? language) => language == "en" ? SpokenLanguage.English : SpokenLanguage.Korean;

    private static IEnumerable<Dialogs.Flow.SlotValue> SlotsOf(ConversationContext context, string slot) =>
        context.Stack.Select(frame => frame.Slots.GetValueOrDefault(slot)).OfType<Dialogs.Flow.SlotValue>().Where(value => value.Source == Dialogs.Flow.SlotSource.Agent);
}
