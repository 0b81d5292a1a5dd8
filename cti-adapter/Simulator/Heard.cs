using System.Text.Json.Serialization;

namespace ServiceBot.CtiAdapter.Simulator;

/// <summary>Something that the caller hears.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "sound")]
[JsonDerivedType(typeof(Words), "words")]
[JsonDerivedType(typeof(Tune), "tune")]
[JsonDerivedType(typeof(Quiet), "quiet")]
[JsonDerivedType(typeof(Signal), "signal")]
public abstract record Heard;

/// <summary>Spoken words, without the marks of SSML.</summary>
/// <param name="Text">As a voice would read them.</param>
/// <param name="Language">BCP 47, such as ko-KR.</param>
public sealed record Words(string Text, string Language) : Heard;

/// <summary>A recording or music.</summary>
/// <param name="Url">Where it is fetched.</param>
/// <param name="Loop">How often; 0 without end.</param>
public sealed record Tune(string Url, int Loop) : Heard;

/// <summary>A pause between other sounds.</summary>
/// <param name="Milliseconds">How long.</param>
public sealed record Quiet(int Milliseconds) : Heard;

/// <summary>A sound of the network itself.</summary>
/// <param name="Name"><c>ringing</c>, <c>busy</c>, <c>beep</c> or <c>fault</c>, the company's own words that the application failed.</param>
public sealed record Signal(string Name) : Heard;
