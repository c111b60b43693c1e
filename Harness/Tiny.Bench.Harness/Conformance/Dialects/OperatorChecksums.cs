using Tiny.Bench.Reference;
using Tiny.Bench.Reference.Execution;
using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Harness.Conformance.Dialects;

/// <summary>Keeps the CRC-32 of every operator's first output.</summary>
internal sealed class OperatorChecksums : IOperatorObserver
{
    private readonly List<uint> _checksums = [];

    /// <summary>By position in execution order.</summary>
    public IReadOnlyList<uint> Values => _checksums;

    /// <inheritdoc/>
    public void Computed(ModelOperator @operator, ReadOnlySpan<Tensor> outputs) => _checksums.Add(Crc32.Compute(outputs[0].Bytes));
}
