using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Quantizing;

/// <summary>How often every tensor takes the values of its range.</summary>
internal sealed class HistogramObserver(IReadOnlyDictionary<int, ActivationRange> ranges) : IValueObserver
{
    private readonly Dictionary<int, Histogram> _histograms = ranges.ToDictionary(entry => entry.Key, entry => new Histogram(entry.Value));

    /// <inheritdoc/>
    public void See(ModelTensor tensor, ReadOnlySpan<float> values) => _histograms[tensor.Index].Add(values);

    /// <summary>The ranges that a method leaves.</summary>
    /// <param name="method">Which.</param>
    /// <param name="whole">Tensors that keep all their values.</param>
    public IReadOnlyDictionary<int, ActivationRange> Clip(CalibrationMethod method, IReadOnlyCollection<int> whole) =>
        _histograms.ToDictionary(entry => entry.Key, entry => (method, whole.Contains(entry.Key)) switch
        {
            (_, true) => ranges[entry.Key],
            (CalibrationMethod.Percentile, _) => entry.Value.Percentile(Histogram.KeptShare),
            _ => entry.Value.LeastDivergence(),
        });
}
