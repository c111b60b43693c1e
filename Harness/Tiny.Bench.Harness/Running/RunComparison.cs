namespace Tiny.Bench.Harness.Running;

/// <summary>How far two runs over the same samples differ: two dialects, or a board and the reference.</summary>
/// <param name="DifferingSamples">Samples whose output differs in at least one bit, or printed value.</param>
/// <param name="TopOneChanges">Samples for which another class wins; null for an anomaly task.</param>
public sealed record RunComparison(int DifferingSamples, int? TopOneChanges)
{
    /// <summary>Compares sample by sample.</summary>
    /// <exception cref="ArgumentException">The runs are not over the same samples.</exception>
    public static RunComparison Of(AccuracyResult reference, AccuracyResult other)
    {
        (SampleResult Reference, SampleResult Other)[] pairs = [.. reference.Samples.Zip(other.Samples)];
        if (reference.Metric != other.Metric || reference.Samples.Count != other.Samples.Count
            || pairs.Any(pair => !string.Equals(pair.Reference.File, pair.Other.File, StringComparison.Ordinal)))
            throw new ArgumentException("The two runs are not over the same samples.", nameof(other));

        int differing = pairs.Count(pair => !string.Equals(pair.Reference.OutputSha256, pair.Other.OutputSha256, StringComparison.Ordinal));
        int changes = pairs.Count(pair => pair.Reference.TopOne != pair.Other.TopOne);
        return new RunComparison(differing, reference.Metric == Core.Tasks.QualityMetric.TopOne ? changes : null);
    }
}
