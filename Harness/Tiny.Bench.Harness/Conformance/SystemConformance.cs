using Tiny.Bench.Core;
using Tiny.Bench.Core.Systems;
using Tiny.Bench.Core.Tasks;
using Tiny.Bench.Datasets.Lists;
using Tiny.Bench.Harness.Running;
using Tiny.Bench.Harness.Systems;
using Tiny.Bench.Reference;
using Tiny.Bench.Reference.Execution;
using Tiny.Bench.Reference.Models;
using Tiny.Bench.Reference.Vectors;

namespace Tiny.Bench.Harness.Conformance;

/// <summary>Runs samples on a system that shows its operators, and on the reference beside it.</summary>
public sealed class SystemConformance
{
    private readonly IOperatorTracing _system;
    private readonly IOperatorChecksums _checksums;
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
        _checksums = new TracedChecksums(system);
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
        uint[] right = [.. Enumerable.Range(0, _ticks.Length).Select(index => Crc32.Compute(outputs[index]))];

        IReadOnlyList<OperatorTrace> traces = await _system.TraceAsync(given, cancellationToken);
        if (traces.Count != _ticks.Length)
            throw new SystemUnderTestException(_system.Name, $"ran {traces.Count} operators; expected {_ticks.Length}");
        int equal = 0;
        for (int index = 0; index < traces.Count; index++)
        {
            _ticks[index] += traces[index].Ticks;
            equal += traces[index].OutputCrc == right[index] ? 1 : 0;
        }

        _equal += equal;
        if (equal == traces.Count)
            return;
        FirstWrongOperator first = await FirstWrongOperator.FindAsync(_checksums, given, right, cancellationToken)
            ?? throw new SystemUnderTestException(_system.Name, $"gave other outputs for {name} when it was run again; expected the same");
        byte[] got = await _system.FetchOutputAsync(first.Index, given, cancellationToken);
        _differences.Add(Difference(name, first, outputs, expected, got));
    }

    private OperatorDifference Difference(string input, FirstWrongOperator first, RecordedOutputs outputs, ReadOnlyMemory<byte> graphInput, byte[] got)
    {
        ModelOperator model = _reference.Operators[first.Index].Model;
        ModelTensor tensor = _reference.Model.Main.Tensors[model.Outputs[0]];
        byte[] expected = outputs[first.Index];
        if (got.Length != expected.Length)
            throw new SystemUnderTestException(_system.Name, $"operator {first.Index} ({model.Name}) gives {got.Length} bytes; expected {expected.Length}");
        int size = expected.Length / tensor.Shape.ElementCount;
        int[] differing = [.. Enumerable.Range(0, tensor.Shape.ElementCount).Where(index => !Element(expected, index).SequenceEqual(Element(got, index)))];
        if (differing.Length == 0)
            throw new SystemUnderTestException(_system.Name, $"operator {first.Index} ({model.Name}) gave another output when it was run again; expected the same");
        return new OperatorDifference
        {
            Input = input,
            Index = first.Index,
            Name = model.Name,
            Tensor = tensor.Name,
            Element = differing[0],
            Coordinates = ElementPlace.Of(tensor.Shape, differing[0]),
            Expected = ElementText.Of(tensor.Type, Element(expected, differing[0])),
            Got = ElementText.Of(tensor.Type, Element(got, differing[0])),
            DifferingElements = differing.Length,
            Elements = tensor.Shape.ElementCount,
            Exchanges = first.Exchanges,
            IsProven = first.IsProven,
            Vector = SingleOperator.Extract(_reference, first.Index, $"{_reference.Model.Source}/operator_{first.Index}", Content),
        };

        ReadOnlySpan<byte> Element(byte[] bytes, int index) => bytes.AsSpan(index * size, size);

        ReadOnlyMemory<byte> Content(int index)
        {
            ModelOperator? writer = _reference.Model.Main.Operators.FirstOrDefault(candidate => candidate.Outputs[0] == index);
            return writer is null ? graphInput : outputs[writer.Index];
        }
    }
}
