using Tiny.Bench.Reference.Execution;

namespace Tiny.Bench.Harness.Conformance;

/// <summary>Where the inputs of a golden file come from.</summary>
public interface IGoldenInputs
{
    /// <summary>All inputs of the file, by index; null when they are not at hand, with the reason in <paramref name="missing"/>.</summary>
    GoldenInputSet? Open(GoldenFile file, Tensor input, out string missing);
}
