using Microsoft.AspNetCore.Http.HttpResults;
using ServiceBot.Bot.Hosting;
using ServiceBot.Dialogs.Policies;

namespace ServiceBot.Bot.Telephone.Simulator;

/// <summary>The shop's clock, which leaps forward on wish: to lunch, to the night, to a holiday. It is the one clock of the whole process, and so of all who use it.</summary>
internal static class ClockEndpoints
{
    private static readonly TimeSpan Farthest = TimeSpan.FromDays(366);

    /// <summary><c>GET /phone/api/clock</c>.</summary>
    public static Ok<ClockAnswer> Get(TimeProvider clock, ShopPolicy policy) => TypedResults.Ok(Now(clock, policy));

    /// <summary><c>POST /phone/api/clock</c>.</summary>
    public static Results<Ok<ClockAnswer>, ProblemHttpResult> Leap(LeapWish wish, TimeProvider clock, ShopPolicy policy)
    {
        var now = clock.GetUtcNow();
        if (clock is not LeapingClock leaping) return TypedResults.Problem("The clock of this process does not leap.", statusCode: StatusCodes.Status409Conflict);
        if (wish.To <= now || wish.To - now > Farthest)
            return TypedResults.Problem($"'to' is {wish.To:O}: the clock leaps forward only, at most {Farthest.TotalDays:0} days; it is {now:O}.", statusCode: StatusCodes.Status400BadRequest);
        leaping.LeapTo(wish.To);
        return TypedResults.Ok(Now(clock, policy));
    }

    private static ClockAnswer Now(TimeProvider clock, ShopPolicy policy) => new(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), policy.TimeZone));
}
