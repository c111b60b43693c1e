using Tiny.Bench.Core.Systems;

namespace Tiny.Bench.Harness.Conformance;

/// <summary>A system that tells the checksums of all operators in one answer, as our firmware does.</summary>
public sealed class TracedChecksums(IOperatorTracing system) : IOperatorChecksums
{
    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<OperatorTrace>> AskAsync(ReadOnlyMemory<byte> input, int index, CancellationToken cancellationToken) =>
        system.TraceAsync(input, cancellationToken);
}
