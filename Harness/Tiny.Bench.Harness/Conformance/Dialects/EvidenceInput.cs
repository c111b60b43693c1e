namespace Tiny.Bench.Harness.Conformance.Dialects;

/// <summary>One inference of a sample list.</summary>
/// <param name="File">The sample as the list names it.</param>
/// <param name="Window">Position of the window in the file; 0 where a file is one input.</param>
public readonly record struct EvidenceInput(string File, int Window = 0)
{
    /// <inheritdoc/>
    public override string ToString() => Window == 0 ? File : $"{File}, window {Window}";
}
