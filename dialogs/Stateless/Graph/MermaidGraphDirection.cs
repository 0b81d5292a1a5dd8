namespace Stateless.Graph;

/// <summary>The direction in which a Mermaid drawing flows.</summary>
public enum MermaidGraphDirection
{
    /// <summary>From left to right.</summary>
    LeftToRight,

    /// <summary>From right to left.</summary>
    RightToLeft,

    /// <summary>From top to bottom.</summary>
    TopToBottom,

    /// <summary>From bottom to top.</summary>
    BottomToTop,
}
