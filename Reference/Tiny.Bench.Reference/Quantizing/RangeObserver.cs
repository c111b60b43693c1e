using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Quantizing;

/// <summary>Lowest and highest value of every tensor, and the mean of each of its channels.</summary>
internal sealed class RangeObserver(string source) : IValueObserver
{
    private readonly Dictionary<int, ActivationRange> _ranges = [];
    private readonly Dictionary<int, (double[] Sums, long Count)> _sums = [];

    /// <summary>The ranges, by tensor.</summary>
    public IReadOnlyDictionary<int, ActivationRange> Ranges => _ranges;

    /// <summary>The means along the last axis, by tensor.</summary>
    public IReadOnlyDictionary<int, float[]> ChannelMeans =>
        _sums.ToDictionary(entry => entry.Key, entry => Array.ConvertAll(entry.Value.Sums, sum => (float)(sum / entry.Value.Count)));

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

        int channels = tensor.Shape.Rank == 0 ? 1 : tensor.Shape[^1];
        (double[] sums, long count) = _sums.TryGetValue(tensor.Index, out (double[] Sums, long Count) before) ? before : (new double[channels], 0);
        for (int index = 0; index < values.Length; index++)
            sums[index % channels] += values[index];
        _sums[tensor.Index] = (sums, count + (values.Length / channels));
    }
}
