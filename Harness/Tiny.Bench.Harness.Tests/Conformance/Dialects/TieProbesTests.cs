using System.Text;
using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Plans;
using Tiny.Bench.Reference.Vectors;
using Tiny.Bench.Testing;
using Xunit.Abstractions;

namespace Tiny.Bench.Harness.Conformance.Dialects;

public sealed class TieProbesTests(ITestOutputHelper output)
{
    private static IReadOnlyList<ArithmeticRule> Rules => ArithmeticRule.All;

    [SkippableFact]
    public void Every_pair_of_rules_differs_somewhere_as_the_page_says()
    {
        string table = Table();
        output.WriteLine(table);

        int pairs = 0;
        for (int first = 0; first < Rules.Count; first++)
        {
            for (int second = first + 1; second < Rules.Count; second++, pairs++)
                Assert.NotEqual(0, Differences(Rules[first], Rules[second]));
        }

        Assert.Equal(45, pairs);
        Assert.InRange(TieProbes.Cases.Count, 1, 64);
        Assert.Contains(table, File.ReadAllText(Path.Combine(Repository.Root, "Harness", "docs", "dialects.md")), StringComparison.Ordinal);
    }

    // No large sum lies on a tie, so that single rounding and half to even are one there.
    [Theory]
    [InlineData("probe/quarters", 5)]
    [InlineData("probe/ties", 5)]
    [InlineData("probe/large-sums", 4)]
    public void Every_operator_that_rounds_separates_dialects_alone(string id, int groups)
    {
        VectorCase probe = TieProbes.Cases.Single(candidate => candidate.Id == id);
        IEnumerable<string> answers = Enum.GetValues<Dialect>().Select(dialect => Text(TieProbes.Answer(probe, new ArithmeticRule(dialect, default))));
        Assert.Equal(groups, answers.Distinct(StringComparer.Ordinal).Count());
    }

    // 5, -6, 2, 6 and 1 quartered: 1.25, -1.5, 0.5, 1.5 and 0.25.
    [Theory]
    [InlineData(Dialect.DoubleRounding, 2, -2, 1, 2, 1)]
    [InlineData(Dialect.SingleRounding, 1, -1, 1, 2, 0)]
    [InlineData(Dialect.Float32, 1, -2, 1, 2, 0)]
    [InlineData(Dialect.HalfUp, 2, -1, 1, 2, 1)]
    [InlineData(Dialect.HalfEven, 1, -2, 0, 2, 0)]
    public void The_first_probe_quarters(Dialect dialect, int of5, int ofMinus6, int of2, int of6, int of1)
    {
        sbyte[] codes = TieProbes.Answer(TieProbes.Cases[0], new ArithmeticRule(dialect, SoftmaxRule.FixedPoint));
        Assert.Equal((of5, ofMinus6, of2, of6, of1), (codes[0], codes[1], codes[2], codes[3], codes[7]));
    }

    [Fact]
    public void A_board_can_be_given_every_probe()
    {
        foreach (VectorCase probe in TieProbes.Cases)
        {
            VectorPlan plan = PlanCompiler.Compile(probe);
            Assert.Equal(TieProbes.OutputCount, plan.Expected.Length);
        }
    }

    [Fact]
    public void The_probes_name_each_rule()
    {
        foreach (ArithmeticRule rule in Rules)
        {
            DialectVerdict verdict = DialectFinder.FindByProbes(new OutputEvidence { Samples = [.. TieProbes.Cases.Select(probe => Sample(probe, rule))] });
            Assert.Equal(rule, verdict.Exact);
            Assert.Empty(verdict.EquallyExact);
        }

        static OutputSample Sample(VectorCase probe, ArithmeticRule rule) =>
            new(new EvidenceInput(probe.Id), Array.ConvertAll(TieProbes.Answer(probe, rule), code => unchecked((byte)code)));
    }

    private static string Table()
    {
        var table = new StringBuilder();
        table.Append("| differing outputs of ").Append(TieProbes.Cases.Count * TieProbes.OutputCount).Append(" |");
        table.AppendJoin('|', Rules.Select((_, index) => $" {index + 1} ")).Append("|\n|---").Append(string.Concat(Enumerable.Repeat("|---", Rules.Count))).Append("|\n");
        for (int row = 0; row < Rules.Count; row++)
            table.Append("| ").Append(row + 1).Append(' ').Append(Rules[row].Name).Append(" |").AppendJoin('|', Rules.Select(other => $" {Differences(Rules[row], other)} ")).Append("|\n");
        return table.ToString();
    }

    private static int Differences(ArithmeticRule first, ArithmeticRule second) => TieProbes.Cases.Sum(
        probe => TieProbes.Answer(probe, first).Zip(TieProbes.Answer(probe, second)).Count(pair => pair.First != pair.Second));

    private static string Text(sbyte[] codes) => string.Join(',', codes);
}
