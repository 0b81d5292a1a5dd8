using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using ServiceBot.Bot.Desk.Approvals;
using ServiceBot.Bot.Desk.FollowUps;
using ServiceBot.Bot.Desk.Inbox;
using ServiceBot.Bot.Desk.Live;
using ServiceBot.Bot.Desk.Sla;
using ServiceBot.Bot.Desk.Wall;

namespace ServiceBot.Bot.Desk;

/// <summary>The desk's description of its own API, from which the pages take their types.</summary>
internal static class DeskDocument
{
    /// <summary>Its name, and the file under <c>/desk/api</c>.</summary>
    public const string Name = "desk";

    // What goes over the live connection alone: no route names it.
    private static readonly Type[] Live = [typeof(GoneItem), typeof(ApprovalEvent), typeof(BroadcastEvent), typeof(AlarmEvent), typeof(FollowUpCounts), typeof(SignsView)];

    /// <summary>Describes the routes of the desk and the bodies of its live events.</summary>
    public static void Describe(OpenApiOptions options)
    {
        options.ShouldInclude = route => route.RelativePath?.StartsWith("desk/api", StringComparison.Ordinal) == true;
        options.AddSchemaTransformer((schema, context, _) =>
        {
            foreach (var allowed in context.JsonPropertyInfo?.AttributeProvider?.GetCustomAttributes(typeof(AllowedValuesAttribute), inherit: false).Cast<AllowedValuesAttribute>() ?? [])
                schema.Enum = [.. allowed.Values.OfType<string>().Select(value => (JsonNode)value)];
            return Task.CompletedTask;
        });
        options.AddDocumentTransformer(async (document, context, token) =>
        {
            (document.Info.Title, document.Servers) = ("ServiceBot: the agents' desk", [new OpenApiServer { Url = "/" }]);
            foreach (var type in Live) document.AddComponent(type.Name, await context.GetOrCreateSchemaAsync(type, cancellationToken: token));
            document.AddComponent(nameof(ProblemDetails), await context.GetOrCreateSchemaAsync(typeof(ProblemDetails), cancellationToken: token));
            foreach (var schema in document.Components?.Schemas?.Values.OfType<OpenApiSchema>() ?? []) LeaveOutNulls(schema);
            foreach (var (_, operation) in document.Paths.Values.SelectMany(path => path.Operations ?? [])) (operation.Responses ??= [])["default"] = Refusal(document);
        });
    }

    // As DeskJson writes it: what is null is not there, and everything else always is.
    private static void LeaveOutNulls(OpenApiSchema schema)
    {
        if (schema.Properties is not { } properties) return;
        schema.Required ??= new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, property) in properties.ToArray())
        {
            var isOptional = true;
            if (property is OpenApiSchema { Type: { } type } simple && type.HasFlag(JsonSchemaType.Null)) simple.Type = type & ~JsonSchemaType.Null;
            else if (property.OneOf?.SingleOrDefault(one => one.Type != JsonSchemaType.Null) is { } one) properties[name] = one;
            else isOptional = false;
            if (isOptional) schema.Required.Remove(name);
            else schema.Required.Add(name);
        }
    }

    private static OpenApiResponse Refusal(OpenApiDocument document) => new()
    {
        Description = "It was not done; 'detail' says why.",
        Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal) { ["application/problem+json"] = new() { Schema = new OpenApiSchemaReference(nameof(ProblemDetails), document) } },
    };
}
