using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Execution;

/// <summary>Sees what every operator computed, while its outputs still lie in the arena.</summary>
public interface IOperatorObserver
{
    /// <summary>Called after an operator ran. The tensors' content is valid during the call only.</summary>
    void Computed(ModelOperator @operator, ReadOnlySpan<Tensor> outputs);
}
