namespace Tiny.Bench.Results.Records;

/// <summary>How many instructions an emulator counted; never called latency.</summary>
public sealed record InstructionRecord
{
    /// <summary>One count for each input; three runs gave the same.</summary>
    public required IReadOnlyList<InputInstructionsRecord> Inputs { get; init; }

    /// <summary>Median over the inputs of the instructions of one inference.</summary>
    public required double MedianInstructions { get; init; }
}
