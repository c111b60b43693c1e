using Tiny.Bench.Reference.Execution;
using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Harness.Conformance;

/// <summary>Keeps the first output of every operator: the arena reuses their memory.</summary>
internal sealed class RecordedOutputs : IOperatorObserver
{
    private readonly List<byte[]> _outputs = [];

    /// <summary>Raw bytes, by position in execution order.</summary>
    public byte[] this[int index] => _outputs[index];

    /// <inheritdoc/>
    public void Computed(ModelOperator model, ReadOnlySpan<Tensor> outputs) => _outputs.Add(outputs[0].Bytes.ToArray());
}
