namespace Tiny.Bench.Harness.Conformance.Waivers;

public sealed class WaiverListTests
{
    private static readonly DateOnly LastDay = new(2027, 1, 31);

    [Theory]
    [InlineData("conv_s8/*", "conv_s8/pad_odd_top", true)]
    [InlineData("conv_s8/*", "depthwise_conv_s8/pad_odd_top", false)]
    [InlineData("*", "kws01/sample.bin", true)]
    [InlineData("conv_s?/pad*top", "conv_s4/pad_odd_top", true)]
    [InlineData("conv_s8/pad", "conv_s8/pad_odd_top", false)]
    [InlineData("CONV_S8/*", "conv_s8/pad_odd_top", false)]
    public void A_pattern_covers_whole_ids(string pattern, string id, bool covers) => Assert.Equal(covers, Waiver(pattern).Covers(id));

    [Fact]
    public void A_waiver_holds_through_its_last_day_and_not_on_the_next()
    {
        Assert.NotNull(On(LastDay, "a/*").Find("a/b"));
        Assert.Null(On(LastDay.AddDays(1), "a/*").Find("a/b"));
    }

    [Fact]
    public void An_expired_one_does_not_hide_one_that_holds()
    {
        Waiver old = Waiver("a/*") with { Expires = LastDay.AddYears(-1) };

        Assert.Equal(LastDay, List(LastDay, [old, Waiver("a/b")]).Find("a/b")!.Expires);
    }

    [Fact]
    public void One_whose_cases_fail_is_in_order() => Assert.Empty(On(LastDay, "a/*").Review(["a/b", "a/c"], ["a/c"]));

    [Fact]
    public void One_that_covers_nothing_is_told() => Assert.Contains("covers no case", Assert.Single(On(LastDay, "z/*").Review(["a/b"], ["a/b"])), StringComparison.Ordinal);

    [Fact]
    public void One_whose_cases_pass_is_told() => Assert.Contains("is not needed", Assert.Single(On(LastDay, "a/*").Review(["a/b"], [])), StringComparison.Ordinal);

    [Fact]
    public void One_past_its_day_is_told_with_the_day() =>
        Assert.Contains("expired on 2027-01-31", Assert.Single(On(LastDay.AddDays(1), "a/*").Review(["a/b"], ["a/b"])), StringComparison.Ordinal);

    [Fact]
    public void Applied_they_take_a_failure_out_of_the_verdict_and_keep_it_in_sight()
    {
        ConformanceReport report = Assert.Single(On(LastDay, "a/*").Apply([Report("a/b")]));

        Assert.True(report.IsConformant);
        Assert.Equal((1, 0, 2), (report.Passed, report.Failed, report.Total));
        Assert.Equal("a/b", Assert.Single(report.Waived).Case);
    }

    [Theory]
    [InlineData("a/b", 1)]
    [InlineData("z/b", 0)]
    public void Applied_they_leave_what_they_do_not_cover(string failing, int daysLate)
    {
        ConformanceReport report = Assert.Single(On(LastDay.AddDays(daysLate), "a/*").Apply([Report(failing)]));

        Assert.False(report.IsConformant);
        Assert.Equal((1, 1), (report.Failed, report.Failures.Count));
        Assert.Empty(report.Waived);
    }

    private static ConformanceReport Report(string failing) => new()
    {
        Source = "vectors",
        Dialect = Tiny.Bench.Reference.Arithmetic.Dialect.DoubleRounding,
        Passed = 1,
        Failed = 1,
        Failures = [new ConformanceFailure { Case = failing, Operator = "add", Tensor = "output", Expected = "1", Got = "2" }],
        Unsupported = [],
        Summary = [],
    };

    private static WaiverList On(DateOnly today, string pattern) => List(today, [Waiver(pattern)]);

    private static WaiverList List(DateOnly today, IReadOnlyList<Waiver> waivers) => new(waivers, new Noon(today));

    private static Waiver Waiver(string pattern) => new() { Case = pattern, Reason = "known", Link = new Uri("https://example.org/7"), Expires = LastDay };

    private sealed class Noon(DateOnly day) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(day, new TimeOnly(12, 0), TimeSpan.Zero);
    }
}
