using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Quantizing;

/// <summary>Sees the values of tensors, sample by sample.</summary>
internal interface IValueObserver
{
    /// <summary>The values that a tensor takes for one sample.</summary>
    void See(ModelTensor tensor, ReadOnlySpan<float> values);
}
