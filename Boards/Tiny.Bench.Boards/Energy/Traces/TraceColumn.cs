namespace Tiny.Bench.Boards.Energy.Traces;

/// <summary>The least and the most of the samples of one column of a drawing.</summary>
/// <param name="Low">The least; above <paramref name="High"/> when there is no sample.</param>
/// <param name="High">The most.</param>
public readonly record struct TraceColumn(double Low, double High)
{
    /// <summary>A column without samples.</summary>
    public static TraceColumn Empty { get; } = new(double.PositiveInfinity, double.NegativeInfinity);

    /// <summary>Whether a sample is in it.</summary>
    public bool HasSamples => Low <= High;

    /// <summary>The column with one sample more.</summary>
    public TraceColumn With(double value) => new(Math.Min(Low, value), Math.Max(High, value));
}
