using System.Collections.Immutable;

namespace ServiceBot.Conversations.Scripts;

/// <summary>A conversation as a service manager writes it (docs/conversations.md).</summary>
/// <param name="File">Where it stands, for messages.</param>
/// <param name="Policy">The shop's policy file beside the scripts, or null for the demo shop's.</param>
/// <param name="Start">When the first word is said.</param>
/// <param name="Lines">What happens, in order.</param>
internal sealed record Script(string File, string? Policy, DateTimeOffset Start, ImmutableArray<ScriptLine> Lines);

/// <summary>One line of a script.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Text">As it is written.</param>
internal abstract record ScriptLine(int Number, string Text);

/// <summary>A conversation is opened; an earlier one is left.</summary>
internal sealed record Opens(int Number, string Text, string Locale) : ScriptLine(Number, Text);

/// <summary>The customer says something.</summary>
internal sealed record Says(int Number, string Text, string Words) : ScriptLine(Number, Text);

/// <summary>The customer presses the button of an option.</summary>
/// <param name="Number">The line.</param>
/// <param name="Text">As it is written.</param>
/// <param name="Place">Which, from 1.</param>
internal sealed record Chooses(int Number, string Text, int Place) : ScriptLine(Number, Text);

/// <summary>The caller presses keys, one after the other.</summary>
internal sealed record Presses(int Number, string Text, string Keys) : ScriptLine(Number, Text);

/// <summary>The caller says nothing.</summary>
internal sealed record KeepsSilent(int Number, string Text) : ScriptLine(Number, Text);

/// <summary>The customer shows photographs, with words or without.</summary>
internal sealed record Shows(int Number, string Text, ImmutableArray<string> Photos, string? Words) : ScriptLine(Number, Text);

/// <summary>The bot's answer must hold all fragments; or none of them.</summary>
internal sealed record Hears(int Number, string Text, ImmutableArray<string> Fragments, bool Wanted) : ScriptLine(Number, Text);

/// <summary>Time goes by.</summary>
internal sealed record TimePasses(int Number, string Text, TimeSpan Span) : ScriptLine(Number, Text);

/// <summary>How the shop must look.</summary>
internal sealed record ShopIs(int Number, string Text, string Wanted) : ScriptLine(Number, Text);

/// <summary>A script is written wrong, or the conversation went otherwise.</summary>
internal sealed class ScriptException(string file, int line, string message) : Exception($"{file}:{line}: {message}");
