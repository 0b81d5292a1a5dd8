namespace ServiceBot.Bot.Desk.SignIn;

/// <summary>Whatever changes something, and every socket, must come from the desk's own page: browsers name the origin on both, and no other site can forge it.</summary>
internal static class SameOrigin
{
    /// <summary>Refuses other origins with 403, and bodies that are not JSON with 415.</summary>
    public static ValueTask<object?> Check(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        var request = call.HttpContext.Request;
        if (HttpMethods.IsGet(request.Method)) return next(call);
        if (!IsOwn(request)) return new ValueTask<object?>(TypedResults.Problem("The request must come from the desk's own page.", statusCode: StatusCodes.Status403Forbidden));
        return request.HasJsonContentType() ? next(call) : new ValueTask<object?>(TypedResults.Problem("The body must be application/json.", statusCode: StatusCodes.Status415UnsupportedMediaType));
    }

    /// <summary>Whether the request's origin is this server's own.</summary>
    public static bool IsOwn(HttpRequest request) =>
        string.Equals(request.Headers.Origin.ToString(), $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
}
