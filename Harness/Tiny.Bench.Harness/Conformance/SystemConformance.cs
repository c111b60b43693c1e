using Tiny.Bench.Core;
using Tiny.Bench.Core.Systems;
using Tiny.Bench.Core.Tasks;
using Tiny.Bench.Datasets.Lists;
using Tiny.Bench.Harness.Running;
using Tiny.Bench.Harness.Systems;
using Tiny.Bench.Reference;
using Tiny.Bench.Reference.Execution;

namespace Tiny.Bench.Harness.Conformance;

/// <summary>Runs samples on a system that shows its operators, and on the reference beside it.</summary>
public sealed class SystemConformance
{
    private readonly IOperatorTracing _system;
    private readonly Interpreter _reference;
    private readonly HostSystem _host;
    private readonly List<OperatorDifference> _differences = [];
    private readonly long[] _ticks;
    private int _equal;

    /// <summary>Prepares a comparison, for one <see cref="RunAsync"/>.</summary>
    /// <param name="system">The system.</param>
    /// <param name="reference">The same model in the dialect that the system claims.</param>
    public SystemConformance(IOperatorTracing system, Interpreter reference)
    {
        _system = system;
        _reference = reference;
        _host = new HostSystem(reference, TimeProvider.System);
        _ticks = new long[reference.Operators.Length];
    }

    /// <summary>Compares every operator output by its CRC-32, and fetches the first wrong one of an input.</summary>
    /// <param name="task">What the files hold.</param>
    /// <param name="list">The samples.</param>
    /// <param name="inputLimit">Most inputs to run, at least 1; a file of windows gives several.</param>
    /// <param name="progress">Called after each input.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    /// <exception cref="TinyBenchException">A sample is malformed, or the system failed.</exception>
    public async ValueTask<SystemConformanceResult> RunAsync(
        BenchmarkTask task, SampleList list, int inputLimit, Action<int>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(inputLimit, 1);
        int inputs = 0;
        foreach (TaskSample sample in list.Samples)
        {
            if (inputs == inputLimit)
                break;
            var given = await SampleInputs.ReadAsync(task, sample, _system, cancellationToken);
            var expected = await SampleInputs.ReadAsync(task, sample, _host, cancellationToken);
            for (int index = 0; index < given.Count && inputs < inputLimit; index++)
            {
                string name = given.HasWindows ? $"{sample.File}, window {index}" : sample.File;
                await CompareAsync(name, given.Bytes(index), expected.Bytes(index), cancellationToken);
                inputs++;
                progress?.Invoke(inputs);
            }
        }

        return new SystemConformanceResult
        {
            Inputs = inputs,
            Operators = inputs * _reference.Operators.Length,
            Equal = _equal,
            Differences = _differences,
            OperatorTicks = _ticks,
        };
    }

    private async ValueTask CompareAsync(string name, ReadOnlyMemory<byte> given, ReadOnlyMemory<byte> expected, CancellationToken cancellationToken)
    {
        var outputs = new RecordedOutputs();
        _reference.ResetVariables();
        _reference.SetInput(0, expected.Span);
        _reference.Invoke(outputs);

        IReadOnlyList<OperatorTrace> traces = await _system.TraceAsync(given, cancellationToken);
        if (traces.Count != _ticks.Length)
            throw new SystemUnderTestException(_system.Name, $"ran {traces.Count} operators; expected {_ticks.Length}");
        int first = -1;
        for (int index = 0; index < traces.Count; index++)
        {
            _ticks[index] += traces[index].Ticks;
            if (traces[index].OutputCrc == Crc32.Compute(outputs[index]))
                _equal++;
            else if (first < 0)
                first = index;
        }

        if (first >= 0)
            _differences.Add(Difference(name, first, outputs[first], await _system.FetchOutputAsync(first, given, cancellationToken)));
    }

    private OperatorDifference Difference(string input, int index, byte[] expected, byte[] got)
    {
        string name = _reference.Operators[index].Model.Name;
        if (got.Length != expected.Length)
            throw new SystemUnderTestException(_system.Name, $"operator {index} ({name}) gives {got.Length} bytes; expected {expected.Length}");
        int element = expected.AsSpan().CommonPrefixLength(got);
        if (element == expected.Length)
            throw new SystemUnderTestException(_system.Name, $"operator {index} ({name}) gave another output when it was run again; expected the same");
        return new OperatorDifference
        {
            Input = input,
            Index = index,
            Name = name,
            Element = element,
            Expected = (sbyte)expected[element],
            Got = (sbyte)got[element],
            DifferingElements = expected.Zip(got).Count(pair => pair.First != pair.Second),
            Elements = expected.Length,
        };
    }
}
