using Tiny.Bench.Core.Systems;
using Tiny.Bench.Reference;

namespace Tiny.Bench.Harness.Conformance;

/// <summary>A system of which only one output can be had at a time: it is fetched, and its checksum taken here.</summary>
public sealed class FetchedChecksums(IOperatorTracing system) : IOperatorChecksums
{
    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<OperatorTrace>> AskAsync(ReadOnlyMemory<byte> input, int index, CancellationToken cancellationToken) =>
        [new OperatorTrace(index, Crc32.Compute(await system.FetchOutputAsync(index, input, cancellationToken)), Ticks: 0)];
}
