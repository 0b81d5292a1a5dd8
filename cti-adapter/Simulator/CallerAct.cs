using System.Text.Json.Serialization;

namespace ServiceBot.CtiAdapter.Simulator;

/// <summary>Something that the caller, or whoever the call was put through to, does.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "act")]
[JsonDerivedType(typeof(Spoke), "spoke")]
[JsonDerivedType(typeof(Pressed), "pressed")]
[JsonDerivedType(typeof(KeptSilent), "silent")]
[JsonDerivedType(typeof(HungUp), "hungup")]
[JsonDerivedType(typeof(OtherAnswered), "answered")]
[JsonDerivedType(typeof(OtherHungUp), "othergone")]
public abstract record CallerAct;

/// <summary>The caller said something.</summary>
/// <param name="Text">What speech recognition heard.</param>
/// <param name="Confidence">How sure it was, 0 to 1; null where it does not say.</param>
public sealed record Spoke(string Text, double? Confidence) : CallerAct;

/// <summary>The caller pressed one key.</summary>
/// <param name="Key">0 to 9, * or #.</param>
public sealed record Pressed(char Key) : CallerAct;

/// <summary>The time to answer passed without a word; while waiting, simply time.</summary>
public sealed record KeptSilent : CallerAct;

/// <summary>The caller hung up.</summary>
public sealed record HungUp : CallerAct;

/// <summary>The telephone that was rung is answered.</summary>
public sealed record OtherAnswered : CallerAct;

/// <summary>The person at the other telephone hung up, or rejected the call.</summary>
public sealed record OtherHungUp : CallerAct;
