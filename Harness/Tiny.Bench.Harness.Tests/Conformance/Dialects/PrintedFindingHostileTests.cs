using static Tiny.Bench.Harness.Conformance.Dialects.HandMadeAnswers;

namespace Tiny.Bench.Harness.Conformance.Dialects;

/// <summary>A false "exact" is the worst possible fault: each spoiling of exact evidence must take the word away.</summary>
public sealed class PrintedFindingHostileTests
{
    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(double.MaxValue)]
    [InlineData(0.5012)]
    [InlineData(0.5315)]
    [InlineData(1.0)]
    [InlineData(-0.001)]
    [InlineData(0.53100001)]
    public void A_value_that_no_code_prints_is_named(double value)
    {
        double[][] values = PrintedFindingTests.Exact();
        values[2][1] = value;

        DialectVerdict verdict = Judge(values);

        Assert.Null(verdict.Exact);
        Assert.Equal(2, verdict.Matching);
        Assert.Equal("c.bin", verdict.First?.Input.File);
        Assert.Contains(verdict.Faults, fault => fault.Kind is EvidenceFaultKind.NoCode or EvidenceFaultKind.MixedPrinting && fault.Input.File == "c.bin");
    }

    // Of all thousandths only 0.421 and 0.422 print the code -20, and the latter says that the others were rounded too, which fits.
    [Theory]
    [InlineData(0, 27)]
    [InlineData(1, 531)]
    [InlineData(2, 421, 422)]
    [InlineData(3, 0)]
    public void No_single_changed_value_is_explained(int element, params int[] explained)
    {
        for (int thousandths = 0; thousandths <= 1000; thousandths++)
        {
            double[][] values = PrintedFindingTests.Exact();
            values[2][element] = thousandths / 1000.0;
            Assert.Equal(explained.Contains(thousandths), Judge(values).Exact is not null);
        }
    }

    // 108/256 = 0.421875 is 0.421 or 0.422; 30/256 = 0.1171875 is 0.117 either way, 7/256 = 0.02734 too.
    [Fact]
    public void Cut_and_rounded_in_one_log_are_told()
    {
        ReferenceAnswers answers = Of(DoubleRule, [[-20, -20, -128, -128]]);
        DialectVerdict verdict = PrintedFinding.Judge([answers], PrintedFindingTests.Evidence([[0.421, 0.422, 0, 0]]));
        Assert.Null(verdict.Exact);
        Assert.Null(verdict.Printing);
        EvidenceFault fault = Assert.Single(verdict.Faults);
        Assert.Equal((EvidenceFaultKind.MixedPrinting, "has the value 0.422, which is printed in another way than others"), (fault.Kind, fault.Problem));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(5)]
    public void An_answer_of_another_length_is_told(int length)
    {
        double[][] values = PrintedFindingTests.Exact();
        Array.Resize(ref values[1], length);

        DialectVerdict verdict = Judge(values);

        Assert.Null(verdict.Exact);
        Assert.Equal((2, 3), (verdict.Matching, verdict.Samples));
        EvidenceFault fault = Assert.Single(verdict.Faults);
        Assert.Equal((EvidenceFaultKind.WrongLength, $"has {length} values; expected 4"), (fault.Kind, fault.Problem));
    }

    [Fact]
    public void A_missing_sample_is_told()
    {
        DialectVerdict verdict = Judge(PrintedFindingTests.Exact()[..2]);
        Assert.Null(verdict.Exact);
        Assert.Equal((2, 3), (verdict.Matching, verdict.Samples));
        Assert.Equal((EvidenceFaultKind.Missing, "c.bin"), (Assert.Single(verdict.Faults).Kind, verdict.Faults[0].Input.File));
    }

    [Theory]
    [InlineData(0.273)]
    [InlineData(0.277)]
    public void A_sample_that_is_there_twice_is_told_whether_equal_or_not(double first)
    {
        PrintedEvidence evidence = PrintedFindingTests.Evidence(PrintedFindingTests.Exact());
        evidence = evidence with { Samples = [.. evidence.Samples, new PrintedSample("b.bin", [first, 0.023, 0.117, 0.082])] };
        DialectVerdict verdict = PrintedFinding.Judge(Three, evidence);
        Assert.Null(verdict.Exact);
        Assert.Equal(EvidenceFaultKind.Repeated, Assert.Single(verdict.Faults).Kind);
    }

    [Fact]
    public void A_sample_that_the_list_does_not_know_is_told()
    {
        PrintedEvidence evidence = PrintedFindingTests.Evidence(PrintedFindingTests.Exact());
        evidence = evidence with { Samples = [.. evidence.Samples, new PrintedSample("d.bin", [0, 0, 0, 0])] };
        DialectVerdict verdict = PrintedFinding.Judge(Three, evidence);
        Assert.Null(verdict.Exact);
        Assert.Equal((3, EvidenceFaultKind.Unknown), (verdict.Matching, Assert.Single(verdict.Faults).Kind));
    }

    [Fact]
    public void Samples_in_each_others_place_are_not_explained()
    {
        double[][] values = PrintedFindingTests.Exact();
        (values[0], values[1]) = (values[1], values[0]);
        Assert.Null(Judge(values).Exact);
        Assert.Equal(1, Judge(values).Matching);
    }

    [Fact]
    public void Nothing_is_explained_by_nothing()
    {
        var evidence = new PrintedEvidence { Samples = [], Asked = [] };
        DialectVerdict verdict = PrintedFinding.Judge(Three, evidence);
        Assert.Null(verdict.Exact);
        Assert.Null(verdict.Printing);
        Assert.Empty(verdict.EquallyExact);
        Assert.Equal((0, 0), (verdict.Matching, verdict.Samples));
    }

    [Fact]
    public void Asking_for_what_the_list_does_not_have_is_refused() => Assert.Throws<ArgumentException>(
        () => PrintedFinding.Judge(Three, new PrintedEvidence { Samples = [], Asked = ["d.bin"] }));

    private static DialectVerdict Judge(double[][] values) => PrintedFinding.Judge(Three, PrintedFindingTests.Evidence(values));
}
