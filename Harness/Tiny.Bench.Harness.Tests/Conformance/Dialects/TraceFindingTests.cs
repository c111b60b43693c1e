using Tiny.Bench.Harness.Systems;
using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Execution;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Harness.Conformance.Dialects;

public sealed class TraceFindingTests : IDisposable
{
    private const int Samples = 2;

    private readonly TemporaryFolder _folder = new();

    [SkippableTheory]
    [InlineData(Dialect.DoubleRounding, SoftmaxRule.FixedPoint)]
    [InlineData(Dialect.Float32, SoftmaxRule.FixedPoint)]
    [InlineData(Dialect.SingleRounding, SoftmaxRule.TruncatingFloat)]
    public async Task A_rule_explains_its_own_checksums(Dialect dialect, SoftmaxRule softmax)
    {
        HostTask task = OfficialTask.Open(_folder, Samples);
        var rule = new ArithmeticRule(dialect, softmax);

        DialectVerdict verdict = await FindAsync(task, Evidence(task, rule));

        // Few inputs leave several rules; none that rounds twice where the system rounded once.
        ArithmeticRule[] exact = [verdict.Exact!.Value, .. verdict.EquallyExact];
        Assert.Contains(rule, exact);
        Assert.All(exact, other => Assert.Equal(dialect == Dialect.DoubleRounding, other.Dialect is Dialect.DoubleRounding or Dialect.HalfUp));
        Assert.Equal((Samples, Samples), (verdict.Matching, verdict.Samples));
    }

    [SkippableFact]
    public async Task One_wrong_checksum_is_named_by_its_operator()
    {
        HostTask task = OfficialTask.Open(_folder, Samples);
        TraceEvidence evidence = Evidence(task, default);
        uint[] spoilt = [.. evidence.Samples[1].Checksums];
        spoilt[4] ^= 1;
        evidence = evidence with { Samples = [evidence.Samples[0], evidence.Samples[1] with { Checksums = spoilt }] };

        DialectVerdict verdict = await FindAsync(task, evidence);

        Assert.Null(verdict.Exact);
        Assert.Equal((1, 4, $"crc32:{spoilt[4]:x8}"), (verdict.Matching, verdict.First?.Operator, verdict.First?.Got));
        Assert.Equal($"crc32:{spoilt[4] ^ 1:x8}", verdict.First?.Expected);
    }

    [SkippableFact]
    public async Task Missing_operators_and_inputs_are_faults()
    {
        HostTask task = OfficialTask.Open(_folder, Samples);
        TraceEvidence evidence = Evidence(task, default);
        TraceSample shortened = evidence.Samples[0] with { Checksums = [.. evidence.Samples[0].Checksums.SkipLast(1)] };

        DialectVerdict verdict = await FindAsync(task, new TraceEvidence { Samples = [shortened] });

        Assert.Null(verdict.Exact);
        Assert.Equal([EvidenceFaultKind.Missing, EvidenceFaultKind.WrongLength], verdict.Faults.Select(fault => fault.Kind));
        Assert.Equal("has checksums of 12 operators; expected 13", verdict.Faults[1].Problem);
    }

    public void Dispose() => _folder.Dispose();

    private static async Task<DialectVerdict> FindAsync(HostTask task, TraceEvidence evidence) =>
        await DialectFinder.FindAsync(task, evidence, progress: null, CancellationToken.None);

    private static TraceEvidence Evidence(HostTask task, ArithmeticRule rule)
    {
        Interpreter interpreter = task.Prepare(rule);
        return new TraceEvidence { Samples = [.. task.List.Samples.Select(sample => Trace(sample.File, File.ReadAllBytes(sample.Path)))] };

        TraceSample Trace(string file, byte[] input)
        {
            var observer = new OperatorChecksums();
            interpreter.SetInput(0, input);
            interpreter.Invoke(observer);
            return new TraceSample(new EvidenceInput(file), observer.Values);
        }
    }
}
