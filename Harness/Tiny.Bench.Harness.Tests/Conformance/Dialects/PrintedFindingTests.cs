using static Tiny.Bench.Harness.Conformance.Dialects.HandMadeAnswers;

namespace Tiny.Bench.Harness.Conformance.Dialects;

public sealed class PrintedFindingTests
{
    // Counted by hand: 255/256 = 0.99609, 70/256 = 0.27344, 6/256 = 0.02344, 30/256 = 0.11719, 21/256 = 0.08203,
    // 7/256 = 0.02734, 136/256 = 0.53125, 108/256 = 0.42188.
    private static readonly double[][] DoubleCut = [[0.996, 0, 0, 0], [0.273, 0.023, 0.117, 0.082], [0.027, 0.531, 0.421, 0]];
    private static readonly double[][] DoubleRounded = [[0.996, 0, 0, 0], [0.273, 0.023, 0.117, 0.082], [0.027, 0.531, 0.422, 0]];

    [Fact]
    public void Names_the_rule_and_the_cut_digits()
    {
        DialectVerdict verdict = Judge(DoubleCut);

        Assert.Equal(DoubleRule, verdict.Exact);
        Assert.Equal(DoubleRule, verdict.Nearest);
        Assert.Empty(verdict.EquallyExact);
        Assert.Empty(verdict.Faults);
        Assert.Null(verdict.First);
        Assert.Equal((3, 3, 0, 0), (verdict.Matching, verdict.Samples, verdict.LargestDifference, verdict.Top1Changes));
        Assert.Equal(PrintingMode.Cut, verdict.Printing);
    }

    [Fact]
    public void Names_the_rule_and_the_rounded_digits()
    {
        DialectVerdict verdict = Judge(DoubleRounded);

        Assert.Equal((DoubleRule, PrintingMode.Rounded), (verdict.Exact, verdict.Printing));
    }

    [Fact]
    public void Names_the_rule_and_the_codes()
    {
        DialectVerdict verdict = Judge([[127, -128, -128, -128], [-58, -122, -98, -107], [-121, -7, -5, -128]]);

        Assert.Equal((SingleRule, PrintingMode.Codes), (verdict.Exact, verdict.Printing));
    }

    // 16/256 is 0.0625: printf rounds it to 0.062, others to 0.063.
    [Theory]
    [InlineData(0.062)]
    [InlineData(0.063)]
    public void Ties_may_be_rounded_either_way(double tie)
    {
        ReferenceAnswers answers = Of(DoubleRule, [[-112, 127, -112, -128]]);
        DialectVerdict verdict = PrintedFinding.Judge([answers], Evidence([[tie, 0.996, tie, 0]]));
        Assert.Equal((DoubleRule, 1), (verdict.Exact, verdict.Matching));
    }

    [Fact]
    public void A_program_that_rounds_one_tie_up_and_the_next_down_is_not_explained()
    {
        ReferenceAnswers answers = Of(DoubleRule, [[-112, 127, -112, -20]]);
        DialectVerdict verdict = PrintedFinding.Judge([answers], Evidence([[0.062, 0.996, 0.063, 0.422]]));
        Assert.Null(verdict.Exact);
        Assert.Equal(EvidenceFaultKind.MixedPrinting, Assert.Single(verdict.Faults).Kind);
    }

    [Fact]
    public void The_way_of_printing_is_named_only_where_it_shows()
    {
        ReferenceAnswers answers = Of(DoubleRule, [[0, 0, -128, -128]]);
        DialectVerdict verdict = PrintedFinding.Judge([answers], Evidence([[0.5, 0.5, 0, 0]]));
        Assert.Equal((DoubleRule, null), (verdict.Exact, verdict.Printing));
    }

    [Fact]
    public void Rules_that_print_the_same_are_all_named()
    {
        PrintedEvidence evidence = Evidence(DoubleCut[..2]) with { Asked = ["a.bin", "b.bin"] };

        DialectVerdict verdict = PrintedFinding.Judge(Three, evidence);

        Assert.Equal(DoubleRule, verdict.Exact);
        Assert.Equal([SingleRule], verdict.EquallyExact);
        Assert.Equal(2, verdict.Samples);
    }

    [Fact]
    public void Without_an_exact_rule_the_nearest_is_named_with_the_first_difference()
    {
        // 121 and 123 of 256, as the second rule gives them, but 8 and not 7 in front.
        DialectVerdict verdict = Judge([DoubleCut[0], DoubleCut[1], [0.031, 0.472, 0.480, 0]]);

        Assert.Null(verdict.Exact);
        Assert.Empty(verdict.Faults);
        Assert.Equal((SingleRule, 2, 1, 0), (verdict.Nearest, verdict.Matching, verdict.LargestDifference, verdict.Top1Changes));
        Assert.Equal("c.bin, element 0: expected 0.027, got 0.031", verdict.First?.Describe());
    }

    [Fact]
    public void A_sample_whose_highest_value_moved_is_counted()
    {
        DialectVerdict verdict = PrintedFinding.Judge([Three[0]], Evidence([DoubleCut[0], DoubleCut[1], [0.027, 0.472, 0.480, 0]]));
        Assert.Equal((DoubleRule, 2, 15, 1), (verdict.Nearest, verdict.Matching, verdict.LargestDifference, verdict.Top1Changes));
    }

    [Fact]
    public void A_value_kept_as_binary32_is_the_same_value()
    {
        double[][] kept = [.. DoubleCut.Select(values => Array.ConvertAll(values, value => (double)(float)value))];
        Assert.Equal(DoubleRule, Judge(kept).Exact);
    }

    [Fact]
    public void Six_digits_are_read_as_six()
    {
        ReferenceAnswers answers = Of(DoubleRule, [[127, -128, -127, -20]]);
        PrintedEvidence evidence = Evidence([[0.996094, 0, 0.003906, 0.421875]]) with { Digits = 6 };
        DialectVerdict verdict = PrintedFinding.Judge([answers], evidence);
        Assert.Equal((DoubleRule, PrintingMode.Rounded), (verdict.Exact, verdict.Printing));

        // Digits are the fewest: who prints significant digits gives small values more.
        Assert.Equal(DoubleRule, PrintedFinding.Judge([answers], evidence with { Digits = 3 }).Exact);
    }

    internal static PrintedEvidence Evidence(double[][] values) =>
        new() { Samples = [.. values.Zip(Files, (sample, file) => new PrintedSample(file, sample))] };

    internal static double[][] Exact() => [.. DoubleCut.Select(values => values.ToArray())];

    private static DialectVerdict Judge(double[][] values) => PrintedFinding.Judge(Three, Evidence(values));
}
