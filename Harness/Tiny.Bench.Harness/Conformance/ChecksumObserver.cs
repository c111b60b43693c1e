using Tiny.Bench.Reference;
using Tiny.Bench.Reference.Execution;
using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Harness.Conformance;

/// <summary>Keeps the CRC-32 of what every operator wrote, by operator and tensor.</summary>
internal sealed class ChecksumObserver : IOperatorObserver
{
    private readonly Dictionary<(int Operator, int Tensor), uint> _checksums = [];

    /// <summary>The checksum of a tensor after an operator; null when that operator does not write it.</summary>
    public uint? Find(int operatorIndex, int tensor) => _checksums.TryGetValue((operatorIndex, tensor), out uint checksum) ? checksum : null;

    public void Computed(ModelOperator @operator, ReadOnlySpan<Tensor> outputs)
    {
        foreach (Tensor output in outputs)
            _checksums[(@operator.Index, output.Index)] = Crc32.Compute(output.Bytes);
    }
}
