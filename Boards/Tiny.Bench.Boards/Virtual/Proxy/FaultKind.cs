namespace Tiny.Bench.Boards.Virtual.Proxy;

/// <summary>What a line does to a byte, or to itself.</summary>
public enum FaultKind
{
    /// <summary>The byte is lost.</summary>
    Drop,

    /// <summary>The byte comes twice.</summary>
    Double,

    /// <summary>Bits of the byte change.</summary>
    Flip,

    /// <summary>The byte, and all behind it, come later.</summary>
    Delay,

    /// <summary>From this byte on nothing passes, in either direction, for a while or for good. What is sent meanwhile is lost.</summary>
    Cut,

    /// <summary>The byte passes, then the board's reset button is pressed.</summary>
    Reset,

    /// <summary>From this byte on the host's port is gone, as a USB adapter pulled out. Only where a plan places it, never by chance.</summary>
    Unplug,
}
