using Microsoft.AspNetCore.Http.HttpResults;
using ServiceBot.Dialogs.Escalation;

namespace ServiceBot.Bot.Desk.SignIn;

/// <summary>What agents know and speak, as requests give it.</summary>
internal static class AgentAbilities
{
    /// <summary>Says what is wrong with it; null where nothing is.</summary>
    public static ProblemHttpResult? Refused(IReadOnlyDictionary<string, int> skills, IReadOnlyList<string> languages)
    {
        if (skills.FirstOrDefault(skill => !EscalationSkills.All.Contains(skill.Key) || skill.Value is < 1 or > 5) is { Key: { } odd } found)
            return TypedResults.Problem($"'skills' has '{odd}' of level {found.Value}: known are {string.Join(", ", EscalationSkills.All)}, of level 1 to 5.", statusCode: StatusCodes.Status400BadRequest);
        return languages.FirstOrDefault(language => language is not ("ko" or "en")) is { } other
            ? TypedResults.Problem($"'languages' has '{other}': known are ko and en.", statusCode: StatusCodes.Status400BadRequest)
            : null;
    }
}
