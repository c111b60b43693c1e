using Tiny.Bench.Core;
using Tiny.Bench.Results.Analysis;
using Tiny.Bench.Results.Records;

namespace Tiny.Bench.Results.Comparison;

/// <summary>Two accuracy runs sample by sample.</summary>
public sealed record AnswerComparison
{
    /// <summary>Samples that both answered; 0 when they were not compared.</summary>
    public required int Samples { get; init; }

    /// <summary>Samples whose raw outputs differ in at least one bit.</summary>
    public int DifferingOutputs { get; init; }

    /// <summary>McNemar's test on which answers are right; null for an anomaly task, where no single answer is right or wrong.</summary>
    public McNemarTest? McNemar { get; init; }

    /// <summary>Why they were not compared, as a sentence; null when they were.</summary>
    public string? Reason { get; init; }

    /// <summary>Compares two records; null unless both kept their answers.</summary>
    public static AnswerComparison? Of(StoredRecord before, StoredRecord after)
    {
        if (before is not { Folder: { } first, Record.Quality.AnswersSha256: { } firstDigest }
            || after is not { Folder: { } second, Record.Quality.AnswersSha256: { } secondDigest })
        {
            return null;
        }

        try
        {
            return Of(AnswerFile.Read(first, firstDigest), AnswerFile.Read(second, secondDigest));
        }
        catch (Exception problem) when (problem is TinyBenchException or IOException or UnauthorizedAccessException)
        {
            return Not($"The answers cannot be read: {problem.Message}");
        }
    }

    /// <summary>Compares the answers to the same samples in the same order; says so when they are not.</summary>
    public static AnswerComparison Of(IReadOnlyList<SampleAnswer> before, IReadOnlyList<SampleAnswer> after)
    {
        if (before.Count != after.Count)
            return Not($"The first answered {before.Count} samples, the second {after.Count}.");
        (SampleAnswer First, SampleAnswer Second)[] pairs = [.. before.Zip(after)];
        int other = Array.FindIndex(pairs, pair => pair.First.File != pair.Second.File || pair.First.ClassIndex != pair.Second.ClassIndex);
        if (other >= 0)
            return Not($"Sample {other + 1} is {pairs[other].First.File} of class {pairs[other].First.ClassIndex} in the first, {pairs[other].Second.File} of class {pairs[other].Second.ClassIndex} in the second.");
        return new AnswerComparison
        {
            Samples = pairs.Length,
            DifferingOutputs = pairs.Count(pair => pair.First.Output != pair.Second.Output),
            McNemar = Array.TrueForAll(pairs, pair => pair is { First.TopOne: not null, Second.TopOne: not null })
                ? McNemarTest.Of([.. before.Select(IsRight)], [.. after.Select(IsRight)])
                : null,
        };
    }

    private static bool IsRight(SampleAnswer answer) => answer.TopOne == answer.ClassIndex;

    private static AnswerComparison Not(string reason) => new() { Samples = 0, Reason = reason };
}
