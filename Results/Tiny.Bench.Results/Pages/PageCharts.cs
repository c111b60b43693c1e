using System.Globalization;
using Tiny.Bench.Core.Metrics;
using Tiny.Bench.Core.Systems;
using Tiny.Bench.Results.Charts;
using Tiny.Bench.Results.Leaderboards;
using Tiny.Bench.Results.Records;

namespace Tiny.Bench.Results.Pages;

/// <summary>Which charts the pages show.</summary>
internal static class PageCharts
{
    /// <summary>A run whose windows all lie within so many per cent of their median needs no chart to say so.</summary>
    public const double QuietPercent = 0.1;

    /// <summary><see cref="QuietPercent"/> as a page prints it.</summary>
    public const string QuietPercentText = "0.1";

    private const int MostBars = 30;

    /// <summary>The best latency of every task, round by round, in the closed division; null for less than two rounds.</summary>
    public static LineChart? Progress(PageSite site)
    {
        ResultRow[] rows = [.. site.Entries.Select(entry => entry.Row).Where(row => row is { Kind: "published", Division: "closed", Round: not null, LatencyMilliseconds: not null })];
        string[] rounds = [.. rows.Select(row => row.Round!).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        if (rounds.Length < 2)
            return null;
        Dictionary<(string, string?), double> best = rows.GroupBy(row => (row.Task, row.Round))
            .ToDictionary(group => group.Key, group => group.Min(row => row.LatencyMilliseconds!.Value));
        return new LineChart
        {
            Title = "Best published latency by round",
            Description = $"The shortest latency of each task in the closed division, from round {rounds[0]} to {rounds[^1]}.",
            Axis = new ChartAxis("Latency, ms", Logarithmic: true),
            Steps = rounds,
            Lines =
            [
                .. site.Tasks.Where(task => Array.Exists(rows, row => row.Task == task)).Select(task => new ChartLine(
                    task, [.. rounds.Select(round => best.TryGetValue((task, round), out double value) ? value : (double?)null)])),
            ],
        };
    }

    /// <summary>The charts of a board: its bars, and how its figures go with latency.</summary>
    public static IEnumerable<Chart> Of(Leaderboard board, IReadOnlyList<PageEntry> entries)
    {
        if (board.Rows.Count < 2)
            yield break;
        (double factor, string unit) = PageUnits.Of(board.Unit);
        if (board.Measure == Measure.Latency)
            yield return Bars(board, factor, unit);
        if (board.Measure is not (Measure.Energy or Measure.Accuracy))
            yield break;

        Dictionary<string, double> latency = Latencies(board, entries);
        ChartPoint[] points =
        [
            .. board.Rows.Where(row => Latency(row, latency) is not null).Select(row => new ChartPoint(
                row.SystemName, Latency(row, latency)!.Value, row.Value * factor, row.Record.Record.Submission?.Submitter)),
        ];
        if (points.Length >= 2)
            yield return Scatter(board, unit, points);
    }

    /// <summary>How much the windows of a system's runs differ; null when none does by more than <see cref="QuietPercent"/>.</summary>
    public static DistributionChart? Windows(IReadOnlyList<PageEntry> entries)
    {
        ChartSample[] samples =
        [
            .. entries.Where(entry => entry.Stored.Record.Performance?.Windows.Count > 1).Take(MostBars)
                .Select(entry => new ChartSample(
                    string.Join(' ', new[] { entry.Row.Task, entry.Row.Round, entry.Row.Division }.OfType<string>()), Deviations(entry.Stored.Record.Performance!.Windows))),
        ];
        if (!Array.Exists(samples, sample => sample.Values.Any(value => Math.Abs(value) > QuietPercent)))
            return null;
        return new DistributionChart
        {
            Title = "Latency of the windows against their median",
            Description = "Every timed window of every run, as its difference from the run's median in per cent.",
            ValueLabel = "Difference from the median, %",
            Samples = samples,
        };
    }

    private static double[] Deviations(IReadOnlyList<WindowRecord> windows)
    {
        double[] latencies = [.. windows.Select(window => window.LatencyMicroseconds).Where(double.IsFinite)];
        if (latencies.Length == 0)
            return [];
        double median = Statistics.Median(latencies);
        return median > 0 ? [.. latencies.Select(latency => ((latency / median) - 1) * 100)] : [];
    }

    private static BarChart Bars(Leaderboard board, double factor, string unit)
    {
        string which = board.Rows.Count > MostBars ? string.Create(CultureInfo.InvariantCulture, $"the best {MostBars} of {board.Rows.Count} systems") : "all systems";
        return new BarChart
        {
            Title = $"{board.Task}: {board.Title}, {which}",
            Description = $"From {ChartText.Number(board.Rows[0].Value * factor)} {unit} ({board.Rows[0].SystemName}) upwards; the table below holds every value.",
            Axis = new ChartAxis($"Latency, {unit}", Logarithmic: true),
            Bars = [.. board.Rows.Take(MostBars).Select(row => new ChartBar(row.SystemName, row.Value * factor, row.Record.Record.Submission?.Submitter))],
        };
    }

    private static ScatterChart Scatter(Leaderboard board, string unit, ChartPoint[] points)
    {
        bool accuracy = board.Measure == Measure.Accuracy;
        return new ScatterChart
        {
            Title = accuracy ? $"{board.Task}: accuracy against latency" : $"{board.Task}: latency against energy, {board.Title}",
            Description = $"{points.Length.ToString(CultureInfo.InvariantCulture)} systems; the tables hold every value.",
            XAxis = new ChartAxis("Latency, ms", Logarithmic: true),
            YAxis = new ChartAxis($"{(accuracy ? "Accuracy" : "Energy")}, {unit}", Logarithmic: !accuracy),
            GreaterYIsBetter = !board.LowerIsBetter,
            Points = points,
        };
    }

    // A published record holds all its figures. Runs of ours hold one each, so there the system's best latency stands in.
    private static double? Latency(LeaderboardRow row, Dictionary<string, double> bySystem) =>
        row.Record.Record.Kind == RunKind.Published
            ? row.Record.Record.Performance?.MedianLatencyMicroseconds / 1000
            : bySystem.TryGetValue(row.SystemName, out double latency) ? latency : null;

    private static Dictionary<string, double> Latencies(Leaderboard board, IReadOnlyList<PageEntry> entries) => entries
        .Where(entry => entry.Row.LatencyMilliseconds is not null && entry.Stored.Record.Kind == board.Kind && entry.Row.Division == board.Division)
        .GroupBy(entry => entry.SystemName, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.Min(entry => entry.Row.LatencyMilliseconds!.Value), StringComparer.Ordinal);
}
