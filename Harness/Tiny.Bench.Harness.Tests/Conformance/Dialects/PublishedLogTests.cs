using System.Globalization;
using Tiny.Bench.Harness.Systems;
using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Harness.Conformance.Dialects;

/// <summary>The dialects that spec section 15 attributes to published logs, found from the logs alone.</summary>
public sealed class PublishedLogTests(AnswersOfOneClass answers) : IClassFixture<AnswersOfOneClass>
{
    private const string Results = "m-results-[";

    [SkippableTheory]
    [InlineData("v0.5__reference__Nucleo-L4R5ZI__kws__accuracy__log.txt", Dialect.DoubleRounding)]
    [InlineData("v1.2__bosch__NUCLEO_G0B1RE_int8__kws__accuracy__log.txt", Dialect.DoubleRounding)]
    [InlineData("v1.1__plumerai__NUCLEO-U575ZI-Q__kws__accuracy__log.txt", Dialect.Float32)]
    public async Task A_log_of_a_thousand_samples_has_one_exact_dialect(string log, Dialect dialect)
    {
        DialectVerdict verdict = await new DialectFinder(answers.Cache).FindAsync(OfficialTask.Open(), Read(log), progress: null, CancellationToken.None);

        Assert.Equal(new ArithmeticRule(dialect, SoftmaxRule.FixedPoint), verdict.Exact);
        Assert.Empty(verdict.EquallyExact);
        Assert.Empty(verdict.Faults);
        Assert.Equal((1000, 1000, 0, 0), (verdict.Matching, verdict.Samples, verdict.LargestDifference, verdict.Top1Changes));
        Assert.Equal(PrintingMode.Cut, verdict.Printing);
        Assert.Null(verdict.First);
    }

    // 364 and 1 are the specification's figures; the others are in docs/dialects.md.
    [SkippableTheory]
    [InlineData(Dialect.DoubleRounding, Dialect.Float32, 364)]
    [InlineData(Dialect.SingleRounding, Dialect.Float32, 1)]
    [InlineData(Dialect.DoubleRounding, Dialect.SingleRounding, 363)]
    [InlineData(Dialect.DoubleRounding, Dialect.HalfUp, 4)]
    [InlineData(Dialect.SingleRounding, Dialect.HalfEven, 0)]
    public async Task Dialects_differ_on_a_known_number_of_samples(Dialect first, Dialect second, int expected)
    {
        HostTask task = OfficialTask.Open();
        ReferenceAnswers one = await GetAsync(first), other = await GetAsync(second);
        Assert.Equal(expected, Enumerable.Range(0, one.Files.Count).Count(sample => !one.Output(sample).SequenceEqual(other.Output(sample))));

        ValueTask<ReferenceAnswers> GetAsync(Dialect dialect) =>
            answers.Cache.GetAsync(task, new ArithmeticRule(dialect, SoftmaxRule.FixedPoint), progress: null, CancellationToken.None);
    }

    private static PrintedEvidence Read(string log)
    {
        var samples = new List<PrintedSample>();
        string file = "";
        foreach (string line in File.ReadLines(Official.Published(Path.Combine("logs", log))))
        {
            if (line.Contains("Command \"bload", StringComparison.Ordinal))
                file = Path.GetFileName(line.TrimEnd('"'));
            int at = line.IndexOf(Results, StringComparison.Ordinal);
            if (at < 0)
                continue;
            string[] values = line[(at + Results.Length)..].TrimEnd(']').Split(',');
            samples.Add(new PrintedSample(file, [.. values.Select(value => double.Parse(value, CultureInfo.InvariantCulture))]));
        }

        return new PrintedEvidence { Samples = samples };
    }
}
