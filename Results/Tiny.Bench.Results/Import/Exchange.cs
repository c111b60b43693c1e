namespace Tiny.Bench.Results.Import;

/// <summary>One timed batch as a log tells it.</summary>
/// <param name="Line">Where it starts, from 1.</param>
/// <param name="Input">The file that was loaded last; null when none was.</param>
/// <param name="Inferences">How many; 0 when the log does not say.</param>
internal sealed record Exchange(int Line, string? Input, int Inferences)
{
    /// <summary>The board's clock in microseconds, as printed.</summary>
    public List<ulong> Laps { get; } = [];

    /// <summary>The board's output; null when it was not printed or could not be read.</summary>
    public double[]? Answer { get; set; }

    /// <summary>Time between the two laps; null when there are not two.</summary>
    /// <remarks>A 32-bit counter of microseconds wraps after 71.6 minutes. Source: spec/mlperf-tiny.md section 1.6.</remarks>
    public double? Seconds => Laps is not [ulong first, ulong last] ? null
        : last >= first ? (last - first) / 1e6
        : first <= uint.MaxValue ? unchecked((uint)last - (uint)first) / 1e6
        : null;
}
