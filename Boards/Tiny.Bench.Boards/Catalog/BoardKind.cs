namespace Tiny.Bench.Boards.Catalog;

/// <summary>What a board of the catalogue is made of.</summary>
public enum BoardKind
{
    /// <summary><c>hardware</c>: a board on a desk, reached over a serial port.</summary>
    Hardware,

    /// <summary><c>virtual</c>: a machine that QEMU emulates. Its time is instructions, never latency.</summary>
    Virtual,

    /// <summary><c>process</c>: the firmware as a program of this computer, on a pseudo-terminal of its own.</summary>
    Process,
}
