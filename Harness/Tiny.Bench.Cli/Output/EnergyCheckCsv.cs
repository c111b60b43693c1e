using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Tiny.Bench.Boards.Energy.Checking;

namespace Tiny.Bench.Cli.Output;

/// <summary>What <c>tinybench energy check --csv FILE</c> writes: a line a window.</summary>
internal static class EnergyCheckCsv
{
    /// <summary>Writes the file.</summary>
    public static async Task WriteAsync(string file, IReadOnlyList<EnergyFinding> findings, CancellationToken cancellationToken)
    {
        await using var text = new StreamWriter(file);
        await using var csv = new CsvWriter(text, new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\n", InjectionOptions = InjectionOptions.Escape });
        await csv.WriteRecordsAsync(findings.SelectMany(Rows), cancellationToken);
    }

    private static IEnumerable<Row> Rows(EnergyFinding finding) => (finding.Comparison?.Windows ?? []).Select(window => new Row(
        finding.Path,
        window.Number,
        window.Inferences,
        window.Seconds,
        window.PublishedMicrojoules,
        window.RecomputedMicrojoules,
        window.RecomputedMicrojoules - window.PublishedMicrojoules,
        window.AllowedMicrojoules,
        window.Problem));

    private sealed record Row(
        string Path,
        int Window,
        long? Inferences,
        double? Seconds,
        double? PublishedMicrojoules,
        double? RecomputedMicrojoules,
        double? DifferenceMicrojoules,
        double AllowedMicrojoules,
        string? Problem);
}
