namespace Tiny.Bench.Boards.Protocol;

/// <summary>How long a device may take. Every wait has one of these.</summary>
public sealed record ProtocolTimeouts
{
    /// <summary>From a command to its next line: the official runner's 5 s.</summary>
    public TimeSpan Line { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>From <c>infer</c> or <c>tb run</c> to the line after the timed part: slow boards take seconds, windows at least ten.</summary>
    public TimeSpan Inference { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>No byte for so long: nothing is on its way any more, and a frame that lacks bytes was given up (protocol.md section 7.3: 250 ms).</summary>
    public TimeSpan Silence { get; init; } = TimeSpan.FromMilliseconds(400);
}
