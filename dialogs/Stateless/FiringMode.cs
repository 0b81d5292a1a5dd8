namespace Stateless;

/// <summary>What happens when a trigger is fired while another one is still being handled.</summary>
public enum FiringMode
{
    /// <summary>The inner trigger is handled at once, in the middle of the outer transition.</summary>
    Immediate,

    /// <summary>The inner trigger waits until the outer transition is complete. This is the default.</summary>
    Queued,
}
