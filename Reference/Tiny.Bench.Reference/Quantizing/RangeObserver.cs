using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Quantizing;

/// <summary>Lowest and highest value of every tensor.</summary>
internal sealed class RangeObserver(string source) : IValueObserver
{
    private readonly Dictionary<int, ActivationRange> _ranges = [];

    /// <summary>The ranges, by tensor.</summary>
    public IReadOnlyDictionary<int, ActivationRange> Ranges => _ranges;

    /// <inheritdoc/>
    /// <exception cref="QuantizationException">A value is not finite.</exception>
    public void See(ModelTensor tensor, ReadOnlySpan<float> values)
    {
        if (values.IsEmpty)
            throw new QuantizationException($"{source}, tensor {tensor.Index} ({tensor.Name})", "has no element; expected at least 1");
        var range = ActivationRange.Of(values);
        if (!range.IsFinite)
            throw new QuantizationException($"{source}, tensor {tensor.Index} ({tensor.Name})", $"takes values from {range.Minimum} to {range.Maximum}; expected finite ones");
        _ranges[tensor.Index] = _ranges.TryGetValue(tensor.Index, out ActivationRange known) ? known.Union(range) : range;
    }
}
