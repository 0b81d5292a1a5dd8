using System.ComponentModel.DataAnnotations;

namespace ServiceBot.Bot.Desk;

/// <summary>Holds bodies against their annotations before anything is done with them.</summary>
internal static class Validated
{
    /// <summary>Refuses with 400, naming every field that is wrong.</summary>
    public static ValueTask<object?> Check(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        var errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var body in call.Arguments.Where(argument => argument?.GetType().Namespace?.StartsWith(typeof(Validated).Namespace ?? "", StringComparison.Ordinal) == true))
        {
            var found = new List<ValidationResult>();
            if (body is null || Validator.TryValidateObject(body, new ValidationContext(body), found, validateAllProperties: true)) continue;
            foreach (var error in found)
                foreach (var member in error.MemberNames)
                    errors[System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(member)] = [error.ErrorMessage ?? "is wrong"];
        }
        return errors.Count == 0 ? next(call) : new ValueTask<object?>(TypedResults.ValidationProblem(errors));
    }
}
