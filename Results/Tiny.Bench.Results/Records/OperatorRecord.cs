namespace Tiny.Bench.Results.Records;

/// <summary>An operator of the model in one inference. What was not counted or measured is null.</summary>
public sealed record OperatorRecord
{
    /// <summary>The operator, as the schema of TFLite names it: <c>CONV_2D</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Multiply-accumulates, counted from the shapes.</summary>
    public long? MultiplyAccumulates { get; init; }

    /// <summary>Microseconds by the system's own clock.</summary>
    public double? Microseconds { get; init; }

    /// <summary>Instructions, as an emulator counts them; never called a latency.</summary>
    public long? Instructions { get; init; }
}
