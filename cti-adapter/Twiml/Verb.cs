namespace ServiceBot.CtiAdapter.Twiml;

/// <summary>One element of a document (twilio.com/docs/voice/twiml). Each names itself and its attributes as Twilio does; what may stand in what is held by the types, what a value may be by the writer.</summary>
public abstract record Verb
{
    /// <summary>The element's name; that of the type, but for the few that are written in lower case.</summary>
    internal virtual string Element => GetType().Name;

    /// <summary>Writes attributes, then children, into the element that was opened for it.</summary>
    /// <exception cref="TwimlException">A value is not allowed.</exception>
    internal abstract void Write(TwimlWriter writer);
}

/// <summary>What may stand directly in a response.</summary>
public interface IResponseVerb;

/// <summary>What may be spoken: words, and marks in them (SSML).</summary>
public interface ISpoken;

/// <summary>What may be said or played while input is gathered.</summary>
public interface IGatherVerb;

/// <summary>What a document may not be: it names the element, the attribute and the value.</summary>
public sealed class TwimlException(string message) : Exception(message);
