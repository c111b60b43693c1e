using static Tiny.Bench.Harness.Conformance.Dialects.HandMadeAnswers;

namespace Tiny.Bench.Harness.Conformance.Dialects;

public sealed class OutputFindingTests
{
    [Fact]
    public void Names_the_rule_that_gives_every_byte()
    {
        DialectVerdict verdict = OutputFinding.Judge(Three, Evidence(Three[2]));
        Assert.Equal(FloatRule, verdict.Exact);
        Assert.Equal((3, 3), (verdict.Matching, verdict.Samples));
        Assert.Null(verdict.Printing);
    }

    [Fact]
    public void One_byte_of_one_output_is_enough_to_differ()
    {
        OutputEvidence evidence = Evidence(Three[0]);
        byte[] spoilt = evidence.Samples[2].Output.ToArray();
        spoilt[3] = unchecked((byte)-126);
        evidence = evidence with { Samples = [.. evidence.Samples.Take(2), evidence.Samples[2] with { Output = spoilt }] };

        DialectVerdict verdict = OutputFinding.Judge(Three, evidence);

        Assert.Null(verdict.Exact);
        Assert.Equal((DoubleRule, 2, 2), (verdict.Nearest, verdict.Matching, verdict.LargestDifference));
        Assert.Equal("c.bin, element 3: expected -128, got -126", verdict.First?.Describe());
    }

    [Fact]
    public void An_output_that_is_missing_or_cut_is_a_fault()
    {
        OutputEvidence evidence = Evidence(Three[0]);
        evidence = evidence with { Samples = [evidence.Samples[0], evidence.Samples[1] with { Output = evidence.Samples[1].Output[..3] }] };

        DialectVerdict verdict = OutputFinding.Judge(Three, evidence);

        Assert.Null(verdict.Exact);
        Assert.Equal([EvidenceFaultKind.Missing, EvidenceFaultKind.WrongLength], verdict.Faults.Select(fault => fault.Kind));
    }

    [Fact]
    public void Windows_of_a_file_are_inputs_of_their_own()
    {
        var answers = new ReferenceAnswers(DoubleRule, ["a.bin"], [2], 1, [1, 2]);
        OutputEvidence evidence = new() { Samples = [Sample(1, 2), Sample(0, 1)] };
        Assert.Equal(DoubleRule, OutputFinding.Judge([answers], evidence).Exact);
        Assert.Null(OutputFinding.Judge([answers], new OutputEvidence { Samples = [Sample(1, 1), Sample(0, 2)] }).Exact);
        Assert.Null(OutputFinding.Judge([answers], new OutputEvidence { Samples = [Sample(0, 1)] }).Exact);

        static OutputSample Sample(int window, byte code) => new(new EvidenceInput("a.bin", window), new[] { code });
    }

    private static OutputEvidence Evidence(ReferenceAnswers answers) => new()
    {
        Samples = [.. Files.Select((file, index) => new OutputSample(new EvidenceInput(file), answers.Output(index).ToArray()))],
    };
}
