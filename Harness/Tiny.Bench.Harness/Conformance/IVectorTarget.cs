using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Vectors;

namespace Tiny.Bench.Harness.Conformance;

/// <summary>Something that runs single operators: the host's kernels, or a board with our firmware.</summary>
/// <remarks>One call at a time. Whoever opened it closes it.</remarks>
public interface IVectorTarget : IAsyncDisposable
{
    /// <summary>What output and errors call it.</summary>
    string Name { get; }

    /// <summary>The rounding that it computes with, or says that it does.</summary>
    Dialect Dialect { get; }

    /// <summary>Runs one case and compares its output with the expected one.</summary>
    /// <param name="vectorCase">The case.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Unsupported, with the reason, for a case that the target cannot be given.</returns>
    /// <exception cref="VectorFormatException">The case contradicts itself.</exception>
    /// <exception cref="Core.TinyBenchException">The target failed: no verdict on this case, nor on those that follow.</exception>
    ValueTask<VectorResult> RunAsync(VectorCase vectorCase, CancellationToken cancellationToken);
}
