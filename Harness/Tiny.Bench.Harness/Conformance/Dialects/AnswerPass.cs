using Tiny.Bench.Datasets.Lists;
using Tiny.Bench.Harness.Running;
using Tiny.Bench.Harness.Systems;
using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Execution;

namespace Tiny.Bench.Harness.Conformance.Dialects;

/// <summary>One pass over all samples of a task in one dialect, with either softmax, on several threads.</summary>
/// <remarks>Every sample's outputs have their own place, so the result does not depend on the number of threads.</remarks>
internal sealed class AnswerPass
{
    private readonly HostTask _task;
    private readonly Dialect _dialect;
    private readonly int _outputBytes;
    private readonly IProgress<(int Done, int Total)>? _progress;
    private readonly byte[][] _fixedPoint;
    private readonly byte[][] _truncatingFloat;
    private int _done;

    private AnswerPass(HostTask task, Dialect dialect, int outputBytes, IProgress<(int Done, int Total)>? progress)
    {
        _outputBytes = outputBytes;
        _task = task;
        _dialect = dialect;
        _progress = progress;
        _fixedPoint = new byte[task.List.Samples.Count][];
        _truncatingFloat = new byte[task.List.Samples.Count][];
    }

    /// <summary>Computes the answers by both rules of a dialect.</summary>
    /// <param name="task">Model and samples.</param>
    /// <param name="dialect">The rounding.</param>
    /// <param name="threads">At least 1.</param>
    /// <param name="progress">Told after every sample, from any thread.</param>
    /// <param name="cancellationToken">Ends the pass between two inferences.</param>
    /// <exception cref="Core.TinyBenchException">A sample is missing or malformed.</exception>
    public static async Task<IReadOnlyList<ReferenceAnswers>> RunAsync(
        HostTask task, Dialect dialect, int threads, IProgress<(int Done, int Total)>? progress, CancellationToken cancellationToken)
    {
        SoftmaxPair[] pairs = [.. Enumerable.Range(0, threads).Select(_ => task.PrepareSoftmaxPair(dialect))];
        var pass = new AnswerPass(task, dialect, pairs[0].FixedPoint.Outputs[0].Bytes.Length, progress);
        (SoftmaxPair Pair, HostSystem Host)[] workers = [.. pairs.Select(pair => (pair, new HostSystem(pair.FixedPoint, TimeProvider.System)))];
        await OrderedWork<(SoftmaxPair Pair, HostSystem Host)>.RunAsync(
            workers, 0, task.List.Samples.Count, (worker, index) => pass.RunSampleAsync(index, worker.Pair, worker.Host, cancellationToken), cancellationToken);
        return [pass.Answers(SoftmaxRule.FixedPoint, pass._fixedPoint), pass.Answers(SoftmaxRule.TruncatingFloat, pass._truncatingFloat)];
    }

    private async ValueTask RunSampleAsync(int index, SoftmaxPair pair, HostSystem host, CancellationToken cancellationToken)
    {
        TaskSample sample = _task.List.Samples[index];
        SampleInputs inputs = await SampleInputs.ReadAsync(_task.Task, sample, host, cancellationToken);
        var fixedPoint = new byte[inputs.Count * _outputBytes];
        var truncatingFloat = new byte[fixedPoint.Length];
        for (int window = 0; window < inputs.Count; window++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            pair.Invoke(inputs.Bytes(window).Span);
            pair.Of(SoftmaxRule.FixedPoint).Outputs[0].Bytes.CopyTo(fixedPoint.AsSpan(window * _outputBytes));
            pair.Of(SoftmaxRule.TruncatingFloat).Outputs[0].Bytes.CopyTo(truncatingFloat.AsSpan(window * _outputBytes));
        }

        _fixedPoint[index] = fixedPoint;
        _truncatingFloat[index] = truncatingFloat;
        _progress?.Report((Interlocked.Increment(ref _done), _fixedPoint.Length));
    }

    private ReferenceAnswers Answers(SoftmaxRule softmax, byte[][] outputs) => new(
        new ArithmeticRule(_dialect, softmax),
        [.. _task.List.Samples.Select(sample => sample.File)],
        [.. outputs.Select(output => output.Length / _outputBytes)],
        _outputBytes,
        [.. outputs.SelectMany(output => output)]);
}
