namespace Tiny.Bench.Harness.Conformance.Waivers;

/// <summary>The waivers of a run, on its day.</summary>
/// <param name="waivers">The waivers.</param>
/// <param name="time">Tells the day.</param>
public sealed class WaiverList(IReadOnlyList<Waiver> waivers, TimeProvider time)
{
    private readonly DateOnly _today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    /// <summary>All of them, as the file has them.</summary>
    public IReadOnlyList<Waiver> All => waivers;

    /// <summary>The waiver that covers a case today; null when there is none, or only expired ones.</summary>
    public Waiver? Find(string id) => waivers.FirstOrDefault(waiver => waiver.Covers(id) && !waiver.IsExpired(_today));

    /// <summary>Whether a waiver's last day is over.</summary>
    public bool IsExpired(Waiver waiver) => waiver.IsExpired(_today);

    /// <summary>What is wrong with the waivers themselves, one line each.</summary>
    /// <param name="cases">Every case of the run.</param>
    /// <param name="failed">Those that failed.</param>
    public IReadOnlyList<string> Review(IReadOnlyCollection<string> cases, IReadOnlyCollection<string> failed)
    {
        var problems = new List<string>();
        foreach (Waiver waiver in waivers)
        {
            if (waiver.IsExpired(_today))
                problems.Add(FormattableString.Invariant($"the waiver of {waiver.Case} expired on {waiver.Expires:yyyy-MM-dd}: {waiver.Reason} ({waiver.Link})"));
            else if (!cases.Any(waiver.Covers))
                problems.Add($"the waiver of {waiver.Case} covers no case of this run");
            else if (!failed.Any(waiver.Covers))
                problems.Add($"the waiver of {waiver.Case} is not needed: what it covers does not fail");
        }

        return problems;
    }

    /// <summary>Takes the failures that are waived today out of reports.</summary>
    public IReadOnlyList<ConformanceReport> Apply(IReadOnlyList<ConformanceReport> reports) => [.. reports.Select(Apply)];

    // A golden file counts more checks than it lists failures: only when none is left they are all waived.
    private ConformanceReport Apply(ConformanceReport report)
    {
        ConformanceFailure[] failures = [.. report.Failures.Where(failure => Find(failure.Case) is null)];
        UnsupportedCase[] unsupported = [.. report.Unsupported.Where(one => !one.IsCarried || Find(one.Case) is null)];
        IEnumerable<string> waived = report.Failures.Select(failure => failure.Case).Concat(report.Unsupported.Where(one => one.IsCarried).Select(one => one.Case));
        return report with
        {
            Failed = failures.Length == 0 ? 0 : report.Failed - (report.Failures.Count - failures.Length),
            Failures = failures,
            Unsupported = unsupported,
            Waived = [.. waived.Where(id => Find(id) is not null).Select(id => new WaivedFailure(id, Find(id)!.Describe()))],
        };
    }
}
