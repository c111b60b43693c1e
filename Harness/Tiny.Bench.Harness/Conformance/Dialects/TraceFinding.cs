using Tiny.Bench.Datasets.Lists;
using Tiny.Bench.Harness.Running;
using Tiny.Bench.Harness.Systems;
using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Execution;

namespace Tiny.Bench.Harness.Conformance.Dialects;

/// <summary>Judges the checksums of operators against runs by every rule.</summary>
internal sealed class TraceFinding
{
    private readonly HostTask _task;
    private readonly HostSystem _host;
    private readonly Interpreter[] _interpreters;
    private readonly RuleMatch[] _matches;

    private TraceFinding(HostTask task)
    {
        _task = task;
        _matches = [.. ArithmeticRule.All.Select(rule => new RuleMatch(rule))];
        _interpreters = [.. ArithmeticRule.All.Select(task.Prepare)];
        _host = new HostSystem(_interpreters[0], TimeProvider.System);
    }

    /// <summary>Draws the verdict.</summary>
    /// <exception cref="Core.TinyBenchException">A sample is missing or malformed.</exception>
    public static async ValueTask<DialectVerdict> JudgeAsync(
        HostTask task, TraceEvidence evidence, IProgress<(int Done, int Total)>? progress, CancellationToken cancellationToken)
    {
        var finding = new TraceFinding(task);
        var known = new List<EvidenceInput>();
        var inputs = new Dictionary<string, SampleInputs>(StringComparer.Ordinal);
        HashSet<string>? asked = evidence.Asked?.Select(input => input.File).ToHashSet(StringComparer.Ordinal);
        foreach (TaskSample sample in task.List.Samples.Where(sample => asked?.Contains(sample.File) ?? true))
        {
            inputs[sample.File] = await SampleInputs.ReadAsync(task.Task, sample, finding._host, cancellationToken);
            known.AddRange(Enumerable.Range(0, inputs[sample.File].Count).Select(window => new EvidenceInput(sample.File, window)));
        }

        var scope = new EvidenceScope<TraceSample>(known, evidence.Asked, evidence.Samples, sample => sample.Input);
        int operators = finding._interpreters[0].Operators.Length, done = 0;
        foreach ((EvidenceInput input, TraceSample sample) in scope.Found)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (sample.Checksums.Count == operators)
                finding.Compare(sample, inputs[input.File].Bytes(input.Window).Span);
            else
                scope.AddFault(EvidenceFaultKind.WrongLength, input, $"has checksums of {sample.Checksums.Count} operators; expected {operators}");
            progress?.Report((++done, scope.Found.Count));
        }

        return DialectVerdict.Of(finding._matches, scope.Count, scope.Faults, printing: null);
    }

    private void Compare(TraceSample sample, ReadOnlySpan<byte> content)
    {
        for (int rule = 0; rule < _interpreters.Length; rule++)
        {
            var expected = new OperatorChecksums();
            _interpreters[rule].ResetVariables();
            _interpreters[rule].SetInput(0, content);
            _interpreters[rule].Invoke(expected);
            int first = expected.Values.Zip(sample.Checksums).TakeWhile(pair => pair.First == pair.Second).Count();
            if (first == expected.Values.Count)
            {
                _matches[rule].Matching++;
                continue;
            }

            _matches[rule].First ??= new DialectDifference
            {
                Input = sample.Input,
                Operator = first,
                Expected = $"crc32:{expected.Values[first]:x8}",
                Got = $"crc32:{sample.Checksums[first]:x8}",
            };
        }
    }
}
