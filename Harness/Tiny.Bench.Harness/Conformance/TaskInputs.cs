using Tiny.Bench.Core.Systems;
using Tiny.Bench.Datasets.Lists;
using Tiny.Bench.Harness.Conformance.Dialects;
using Tiny.Bench.Harness.Running;
using Tiny.Bench.Harness.Systems;

namespace Tiny.Bench.Harness.Conformance;

/// <summary>The first inputs of a task, as a system takes them.</summary>
public static class TaskInputs
{
    /// <summary>Reads samples until there are enough inputs of different content, or no more samples.</summary>
    /// <param name="task">Model and samples.</param>
    /// <param name="system">What takes the inputs.</param>
    /// <param name="count">At least 1.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="Core.TinyBenchException">A sample is malformed, or has another size than the system takes.</exception>
    public static ValueTask<IReadOnlyList<TaskInput>> ReadAsync(
        HostTask task, ISystemUnderTest system, int count, CancellationToken cancellationToken) => ReadAsync(task, [], system, count, cancellationToken);

    /// <summary>The same, some samples before the others.</summary>
    /// <param name="task">Model and samples.</param>
    /// <param name="first">Files of the list that come first, in this order.</param>
    /// <param name="system">What takes the inputs.</param>
    /// <param name="count">At least 1.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="Core.TinyBenchException">A sample is malformed, or has another size than the system takes.</exception>
    public static async ValueTask<IReadOnlyList<TaskInput>> ReadAsync(
        HostTask task, IReadOnlyList<string> first, ISystemUnderTest system, int count, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var inputs = new List<TaskInput>();
        IEnumerable<TaskSample> preferred = first.Select(file => task.List.Samples.First(sample => sample.File == file));
        foreach (TaskSample sample in preferred.Concat(task.List.Samples))
        {
            SampleInputs read = await SampleInputs.ReadAsync(task.Task, sample, system, cancellationToken);
            for (int index = 0; index < read.Count; index++)
            {
                ReadOnlyMemory<byte> bytes = read.Bytes(index);
                if (inputs.TrueForAll(known => !known.Bytes.Span.SequenceEqual(bytes.Span)))
                    inputs.Add(new TaskInput(new EvidenceInput(sample.File, index), bytes));
                if (inputs.Count == count)
                    return inputs;
            }
        }

        return inputs;
    }
}
