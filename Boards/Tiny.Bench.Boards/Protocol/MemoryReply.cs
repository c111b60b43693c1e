namespace Tiny.Bench.Boards.Protocol;

/// <summary>Bytes in use on the device (protocol.md section 7.7); null where the port cannot know.</summary>
/// <param name="Flash">Code and constants.</param>
/// <param name="Ram">Static data.</param>
/// <param name="Arena">What the plan needs of the arena.</param>
/// <param name="ArenaTotal">The arena.</param>
/// <param name="Stack">Deepest so far.</param>
/// <param name="StackTotal">The stack.</param>
public sealed record MemoryReply(long? Flash, long? Ram, long? Arena, long? ArenaTotal, long? Stack, long? StackTotal);
