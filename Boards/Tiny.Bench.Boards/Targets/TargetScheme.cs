namespace Tiny.Bench.Boards.Targets;

/// <summary>How a target is reached.</summary>
public enum TargetScheme
{
    /// <summary><c>host</c>: the reference interpreter in this process.</summary>
    Host,

    /// <summary><c>qemu:NAME</c>: real firmware in an emulated machine.</summary>
    Qemu,

    /// <summary><c>serial:PATH[@BAUD]</c>: a board on a serial port.</summary>
    Serial,

    /// <summary><c>tcp://host:port</c>: a board behind a network socket.</summary>
    Tcp,

    /// <summary><c>unix:///path</c>: a board behind a local socket.</summary>
    Unix,

    /// <summary><c>replay:FILE</c>: a published log.</summary>
    Replay,
}
