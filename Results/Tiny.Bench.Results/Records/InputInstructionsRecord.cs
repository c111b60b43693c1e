namespace Tiny.Bench.Results.Records;

/// <summary>Instructions of one inference on one input.</summary>
public sealed record InputInstructionsRecord
{
    /// <summary>The sample's file, with its window where it is cut into several inputs.</summary>
    public required string Input { get; init; }

    /// <summary>Without the loading of the input.</summary>
    public required long Instructions { get; init; }
}
