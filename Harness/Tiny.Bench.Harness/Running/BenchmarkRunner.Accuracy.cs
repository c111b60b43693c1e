using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Tiny.Bench.Core;
using Tiny.Bench.Core.Metrics;
using Tiny.Bench.Core.Systems;
using Tiny.Bench.Core.Tasks;
using Tiny.Bench.Datasets.Lists;

namespace Tiny.Bench.Harness.Running;

/// <content>Accuracy mode: every sample once.</content>
public sealed partial class BenchmarkRunner
{
    /// <summary>Runs all samples of a list, or the first few.</summary>
    /// <param name="task">What the files hold, and which figures are asked for.</param>
    /// <param name="list">The samples.</param>
    /// <param name="system">A system that runs a model of the task.</param>
    /// <param name="sampleLimit">Most samples to run, at least 1; null for all.</param>
    /// <param name="progress">Called after each sample.</param>
    /// <param name="journal">Takes each sample that is done, and gives those of a broken run; null to keep none.</param>
    /// <param name="cancellationToken">Ends the run between two inferences at the latest.</param>
    /// <exception cref="TinyBenchException">A sample is missing or malformed, does not fit the system, or the system failed.</exception>
    public ValueTask<AccuracyResult> RunAccuracyAsync(
        BenchmarkTask task,
        SampleList list,
        ISystemUnderTest system,
        int? sampleLimit = null,
        Action<RunProgress>? progress = null,
        SampleJournal? journal = null,
        CancellationToken cancellationToken = default) =>
        RunAccuracyAsync(task, list, [system], sampleLimit, progress, journal, cancellationToken);

    /// <summary>Runs all samples of a list, or the first few, on several systems at once. The result does not depend on how many they are.</summary>
    /// <param name="task">What the files hold, and which figures are asked for.</param>
    /// <param name="list">The samples.</param>
    /// <param name="systems">Equal systems, at least one; each runs one sample at a time, on a thread of its own.</param>
    /// <param name="sampleLimit">Most samples to run, at least 1; null for all.</param>
    /// <param name="progress">Called after each sample, never by two threads at once.</param>
    /// <param name="journal">Takes the samples that are done, and gives those of a broken run; null to keep none.</param>
    /// <param name="cancellationToken">Ends the run between two inferences at the latest.</param>
    /// <exception cref="TinyBenchException">A sample is missing or malformed, does not fit the systems, or one failed: of several errors that of the first sample.</exception>
    public async ValueTask<AccuracyResult> RunAccuracyAsync(
        BenchmarkTask task,
        SampleList list,
        IReadOnlyList<ISystemUnderTest> systems,
        int? sampleLimit = null,
        Action<RunProgress>? progress = null,
        SampleJournal? journal = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfZero(systems.Count, nameof(systems));
        if (sampleLimit is { } limit)
            ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1, nameof(sampleLimit));
        long started = _time.GetTimestamp();
        int count = Math.Min(sampleLimit ?? int.MaxValue, list.Samples.Count);
        List<SampleResult> done = Continue(journal, list, count);
        var results = new SampleResults(done, count, journal);
        await OrderedWork<ISystemUnderTest>.RunAsync(systems, done.Count, count, RunSampleAsync, cancellationToken);
        return AccuracyResult.Of(task.Metric, results.All, task.Threshold);

        async ValueTask RunSampleAsync(ISystemUnderTest system, int index)
        {
            TaskSample sample = list.Samples[index];
            var inputs = await SampleInputs.ReadAsync(task, sample, system, cancellationToken);
            SampleResult result = task.Metric == QualityMetric.TopOne
                ? await ClassifyAsync(sample, inputs, system, cancellationToken)
                : await ScoreAsync(sample, inputs, system, cancellationToken);
            results.Add(index, result, finished => progress?.Invoke(new RunProgress(finished, count, _time.GetElapsedTime(started))));
        }
    }

    private static List<SampleResult> Continue(SampleJournal? journal, SampleList list, int count)
    {
        List<SampleResult> done = [.. (journal?.Done ?? []).Take(count)];
        for (int index = 0; index < done.Count; index++)
        {
            if (!string.Equals(done[index].File, list.Samples[index].File, StringComparison.Ordinal))
                throw new JournalException(journal!.Path, $"has {done[index].File} as sample {index + 1}; expected {list.Samples[index].File}");
        }

        return done;
    }

    private static async ValueTask<SampleResult> ClassifyAsync(
        TaskSample sample, SampleInputs inputs, ISystemUnderTest system, CancellationToken cancellationToken)
    {
        InferenceResult result = await system.InferAsync(inputs.Bytes(0), cancellationToken);
        if (result.Scores.Length != sample.ClassCount)
            throw new SystemUnderTestException(system.Name, $"gives {result.Scores.Length} scores for {sample.File}, whose list has {sample.ClassCount} classes");
        return new SampleResult
        {
            File = sample.File,
            ClassIndex = sample.ClassIndex,
            TopOne = TopOne.Of(result.Scores),
            OutputSha256 = Convert.ToHexStringLower(SHA256.HashData(Shown(result).Span)),
        };
    }

    // A file's score is the mean over its windows.
    private static async ValueTask<SampleResult> ScoreAsync(
        TaskSample sample, SampleInputs inputs, ISystemUnderTest system, CancellationToken cancellationToken)
    {
        using var outputs = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        double sum = 0;
        for (int index = 0; index < inputs.Count; index++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            InferenceResult result = await system.InferAsync(inputs.Bytes(index), cancellationToken);
            sum += ReconstructionError.Of(inputs.Values(index).Span, result, system);
            outputs.AppendData(Shown(result).Span);
        }

        return new SampleResult
        {
            File = sample.File,
            ClassIndex = sample.ClassIndex,
            Score = sum / inputs.Count,
            OutputSha256 = Convert.ToHexStringLower(outputs.GetHashAndReset()),
        };
    }

    // A board that prints "-0.000" means zero.
    private static ReadOnlyMemory<byte> Shown(InferenceResult result) => result.Output.IsEmpty
        ? MemoryMarshal.AsBytes(Array.ConvertAll(result.Scores, score => score + 0f).AsSpan()).ToArray()
        : result.Output;
}
