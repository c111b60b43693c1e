namespace Tiny.Bench.Cli;

/// <summary>What the process tells its caller.</summary>
internal static class ExitCode
{
    /// <summary>All good.</summary>
    public const int Good = 0;

    /// <summary>A verdict is bad: not conformant, target missed, rule broken.</summary>
    public const int BadVerdict = 1;

    /// <summary>The request is wrong: unknown option, missing file, unsupported operator.</summary>
    public const int BadRequest = 2;

    /// <summary>The world failed: corrupt file, full disk, port gone.</summary>
    public const int WorldFailed = 3;

    /// <summary>Interrupted with Ctrl-C, as shells count it.</summary>
    public const int Interrupted = 130;
}
