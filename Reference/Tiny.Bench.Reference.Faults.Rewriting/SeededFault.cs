namespace Tiny.Bench.Reference.Faults.Rewriting;

/// <summary>A fault that a kernel might have, as edits of ours.</summary>
public sealed record SeededFault
{
    /// <summary>Lower-case words joined by hyphens; unique among all faults.</summary>
    public required string Name { get; init; }

    /// <summary>What it spoils, by the name that TFLite gives the operator; <c>all</c> for what many share.</summary>
    public required string Operator { get; init; }

    /// <summary>What goes wrong, in one sentence.</summary>
    public required string What { get; init; }

    /// <summary>The issue where somebody had it, or <c>made up</c>.</summary>
    public required string Source { get; init; }

    /// <summary>The fault in the reference's C#, from its project folder.</summary>
    public required IReadOnlyList<FaultEdit> CSharp { get; init; }

    /// <summary>The same fault in the firmware's C, from the folder of its Makefile; none where the firmware has no such code.</summary>
    public required IReadOnlyList<FaultEdit> C { get; init; }
}
