using Tiny.Bench.Testing;
using Xunit.Abstractions;

namespace Tiny.Bench.Results.Rules;

/// <summary>The rules on what was really published.</summary>
public class PublishedRoundTests(ITestOutputHelper output)
{
    [SkippableTheory]
    [InlineData("v1.2", 1)]
    [InlineData("v1.3", 1)]
    public void A_round_that_the_official_checker_accepted_breaks_no_official_rule(string round, int submissions)
    {
        CheckReport report = Check(Official.Published($"rounds/{round}"));

        Assert.Equal(submissions, report.Submissions);
        Assert.DoesNotContain(report.Counts, count => count.Rule is { Official: true, Severity: RuleSeverity.Error });
    }

    [SkippableFact]
    public void The_round_before_the_checker_breaks_what_it_asked_later()
    {
        CheckReport report = Check(Official.Published("rounds/v0.5"));

        // The description has another name; the short energy windows say themselves that they are.
        Assert.Equal("TB0108", Assert.Single(report.Counts, count => count.Rule is { Official: true, Severity: RuleSeverity.Error }).Rule.Id);
        Assert.Equal(10, report.Violations.Count(violation => violation.Id == "TB0130"));
        Assert.Contains(report.Violations, violation => violation.Id == "TB0135" && violation.Where.File.EndsWith("ic/accuracy/log.txt", StringComparison.Ordinal));
        Assert.Contains(report.Violations, violation => violation.Id == "TB0138" && violation.Text.Contains("96.154", StringComparison.Ordinal));
    }

    [SkippableFact]
    public void A_window_of_7_35_s_is_found_in_a_folder_of_flattened_names()
    {
        CheckReport report = Check(Official.Published("logs"));

        RuleViolation first = report.Violations.First(violation => violation.Id == "TB0130");
        Assert.Equal("v1.3/kai_jiang/K1_BOARD_V1.0/ad/performance/results.txt, line 1, window 1", first.Where.ToString());
        Assert.StartsWith("lasts 7.352316 s", first.Text, StringComparison.Ordinal);
        Assert.All(report.Violations.Where(violation => violation.Id == "TB0130"), violation => Assert.Contains("kai_jiang", violation.Where.File, StringComparison.Ordinal));
        Assert.Contains(report.Violations, violation => violation.Id == "TB0111" && violation.Where.Line == 40);
        Assert.DoesNotContain(report.Violations, violation => violation.Id is "TB0108" or "TB0115" or "TB0116");
    }

    private CheckReport Check(string folder)
    {
        CheckReport report = RuleCheck.Folder(folder)!;
        foreach ((IRule rule, int count) in report.Counts)
            output.WriteLine($"{rule.Id} {rule.Severity} {count}: {rule.Title}");
        foreach (RuleViolation violation in report.Violations)
            output.WriteLine($"{violation.Id} {violation.Where}: {violation.Text}");
        return report;
    }
}
