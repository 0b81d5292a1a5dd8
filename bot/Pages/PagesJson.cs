using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ServiceBot.Bot.Pages;

/// <summary>How the pages' own answers are written.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(ChatConfig))]
[JsonSerializable(typeof(LandingConfig))]
[JsonSerializable(typeof(ImmutableSortedDictionary<string, string>))]
internal sealed partial class PagesJson : JsonSerializerContext;
