namespace Tiny.Bench.Boards.Targets;

/// <summary>How a target is reached.</summary>
public enum TargetScheme
{
    /// <summary><c>host</c>: the reference interpreter in this process.</summary>
    Host,

    /// <summary><c>qemu:NAME[@BAUD]</c>: real firmware in an emulated machine, over a line that is paced when a speed is given.</summary>
    Qemu,

    /// <summary><c>serial:PATH[@BAUD]</c>: a board on a serial port.</summary>
    Serial,

    /// <summary><c>tcp://host:port</c>: a board behind a network socket.</summary>
    Tcp,

    /// <summary><c>unix:///path</c>: a board behind a local socket.</summary>
    Unix,

    /// <summary><c>replay:FILE</c>: a published log.</summary>
    Replay,

    /// <summary>A name of the board catalogue: <c>nucleo-l4r5zi</c>, the attached board of that kind.</summary>
    Board,
}
