using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Quantizing;

/// <summary>How often every tensor takes the values of its range.</summary>
internal sealed class HistogramObserver(IReadOnlyDictionary<int, ActivationRange> ranges) : IValueObserver
{
    private readonly Dictionary<int, Histogram> _histograms = ranges.ToDictionary(entry => entry.Key, entry => new Histogram(entry.Value));

    /// <inheritdoc/>
    public void See(ModelTensor tensor, ReadOnlySpan<float> values) => _histograms[tensor.Index].Add(values);

    /// <summary>The ranges that a method leaves.</summary>
    public IReadOnlyDictionary<int, ActivationRange> Clip(CalibrationMethod method) =>
        _histograms.ToDictionary(entry => entry.Key, entry => method == CalibrationMethod.Percentile
            ? entry.Value.Percentile(Histogram.KeptShare)
            : entry.Value.LeastDivergence());
}
