using Tiny.Bench.Core.Systems;
using Tiny.Bench.Results.Records;

namespace Tiny.Bench.Results.Leaderboards;

/// <summary>Makes records for tests: of the published kind unless told otherwise, valid unless a test spoils them.</summary>
internal static class TestRecord
{
    /// <summary>A published record without any figure.</summary>
    public static StoredRecord Published(string system, string round = "v1.0", string task = "kws01", string submitter = "S", string? name = null) => new(
        name ?? $"{round}/{submitter}/{system}/{task}.json",
        new RunRecord
        {
            Task = task,
            Division = "closed",
            Kind = RunKind.Published,
            ToolVersion = "0.1.0",
            Submission = new SubmissionRecord { Round = round, Submitter = submitter, System = system },
        });

    /// <summary>A measured record of the host without any figure.</summary>
    public static StoredRecord Measured(string name, RunMode mode, string task = "kws01") => new(
        name,
        SampleRecords.Full with { Task = task, Mode = mode, Quality = null, Performance = null, Comparison = null });

    public static StoredRecord With(this StoredRecord stored, Func<RunRecord, RunRecord> change) => stored with { Record = change(stored.Record) };

    /// <summary>Adds five windows of 10 s; the median is the third.</summary>
    public static StoredRecord Latency(this StoredRecord stored, params double[] microseconds) =>
        stored.With(record => record with { Performance = Performance(10, microseconds.Length == 1 ? [.. Enumerable.Repeat(microseconds[0], 5)] : microseconds) });

    public static PerformanceRecord Performance(double seconds, params double[] microseconds) => new()
    {
        Windows = [.. microseconds.Select((latency, index) => new WindowRecord
        {
            Input = $"input{index}", Inferences = 100, Seconds = seconds, LatencyMicroseconds = latency,
        })],
        MedianLatencyMicroseconds = Tiny.Bench.Core.Metrics.Statistics.Median(microseconds),
        Quick = false,
        RuleMet = seconds >= 10,
    };

    public static StoredRecord Energy(this StoredRecord stored, double microjoules, double? volts = 1.8, string? monitor = "lpm01a") =>
        stored.With(record => record with
        {
            Energy = new EnergyRecord { Windows = [], MedianMicrojoulesPerInference = microjoules, VoltageVolts = volts, Monitor = monitor },
        });

    public static StoredRecord Top1(this StoredRecord stored, double accuracy, int? samples = null) =>
        stored.With(record => record with { Quality = new QualityRecord { Accuracy = accuracy, Samples = samples } });

    public static StoredRecord Auc(this StoredRecord stored, double auc) =>
        stored.With(record => record with { Quality = new QualityRecord { Auc = auc } });

    public static StoredRecord Memory(this StoredRecord stored, long model, long? arena) =>
        stored.With(record => record with { Memory = new MemoryRecord { ModelBytes = model, ArenaBytes = arena } });

    /// <summary>The same run on another board.</summary>
    public static StoredRecord On(this StoredRecord stored, string board) => stored.With(record => record with { System = new SystemRecord { Board = board } });

    /// <summary>The board of one measure; fails where there are several.</summary>
    public static Leaderboard Board(Measure measure, params StoredRecord[] records) =>
        Assert.Single(LeaderboardBuilder.Build(records), board => board.Measure == measure);

    /// <summary>Rank and system of every row: "1 S: a".</summary>
    public static string[] Ranking(this Leaderboard board) => [.. board.Rows.Select(row => $"{row.Rank} {row.SystemName}")];

    /// <summary>System and fact of every record that is set apart.</summary>
    public static string[] Facts(this Leaderboard board) => [.. board.Apart.Select(aside => $"{aside.SystemName}: {aside.Fact}")];
}
