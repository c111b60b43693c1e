using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace Tiny.Bench.Reference.Benchmarks;

/// <summary>A figure that follows from a benchmark's work and its median time.</summary>
/// <param name="name">The heading.</param>
/// <param name="legend">What it says.</param>
/// <param name="text">The figure of a benchmark's work and nanoseconds; empty where it has none.</param>
internal sealed class SpeedColumn(string name, string legend, Func<Work, double, string> text) : IColumn
{
    /// <summary>All such columns.</summary>
    public static IColumn[] All { get; } =
    [
        new SpeedColumn("GMAC/s", "10^9 multiply-accumulates a second", (work, nanoseconds) => work.Macs == 0 ? "" : Figure(work.Macs / nanoseconds)),
        new SpeedColumn("GEMM", "Share of what a packed int8 matrix product reaches in this process", (work, nanoseconds) =>
            work.Macs == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{work.Macs / nanoseconds / Yardstick.GmacPerSecond:P1}")),
        new SpeedColumn("Bytes", "Bytes read and written at least once", (work, _) => work.Bytes.ToString(CultureInfo.InvariantCulture)),
        new SpeedColumn("GB/s", "10^9 of these bytes a second", (work, nanoseconds) => Figure(work.Bytes / nanoseconds)),
    ];

    public string Id => $"{nameof(SpeedColumn)}.{name}";

    public string ColumnName => name;

    public string Legend => legend;

    public bool AlwaysShow => true;

    public ColumnCategory Category => ColumnCategory.Custom;

    public int PriorityInCategory => 0;

    public bool IsNumeric => true;

    public UnitType UnitType => UnitType.Dimensionless;

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase) =>
        summary[benchmarkCase]?.ResultStatistics is { } statistics ? text(Work.Of(benchmarkCase), statistics.Median) : "";

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style) => GetValue(summary, benchmarkCase);

    public bool IsAvailable(Summary summary) => true;

    public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => false;

    private static string Figure(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);
}
