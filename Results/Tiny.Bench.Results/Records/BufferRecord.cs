namespace Tiny.Bench.Results.Records;

/// <summary>A tensor's place in the activation arena.</summary>
public sealed record BufferRecord
{
    /// <summary>Name of the tensor.</summary>
    public required string Name { get; init; }

    /// <summary>First byte, from the arena's start.</summary>
    public required long Offset { get; init; }

    /// <summary>Length in bytes.</summary>
    public required long Bytes { get; init; }

    /// <summary>First operator that needs it, from 0; -1 for what lies there before the first one runs.</summary>
    public required int First { get; init; }

    /// <summary>Last operator that needs it.</summary>
    public required int Last { get; init; }
}
