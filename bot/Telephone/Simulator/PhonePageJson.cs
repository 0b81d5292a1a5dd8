using System.Text.Json;
using System.Text.Json.Serialization;
using ServiceBot.CtiAdapter.Simulator;

namespace ServiceBot.Bot.Telephone.Simulator;

/// <summary>How the page and this server write to each other.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(CallEvent))]
[JsonSerializable(typeof(CallerAct))]
internal sealed partial class PhonePageJson : JsonSerializerContext;

/// <summary>Who calls whom.</summary>
/// <param name="From">The caller's number as +821012345678, or <c>anonymous</c>.</param>
/// <param name="To">The number that is called.</param>
internal sealed record PlaceCall(string From, string To);

/// <summary>A text message to the bot.</summary>
/// <param name="From">The writer's number as +821012345678.</param>
/// <param name="To">The number that is written to.</param>
/// <param name="Text">The words, at most 1,600 characters, as a telephone company takes them.</param>
internal sealed record WriteText(string From, string To, string Text);

/// <summary>A call that was placed.</summary>
/// <param name="Sid">Its id.</param>
internal sealed record PlacedCallAnswer(string Sid);

/// <summary>What time it is in the shop.</summary>
/// <param name="Now">With the shop's offset from UTC.</param>
internal sealed record ClockAnswer(DateTimeOffset Now);

/// <summary>Where the clock shall leap.</summary>
/// <param name="To">A time to come, at most a year away.</param>
internal sealed record LeapWish(DateTimeOffset To);
