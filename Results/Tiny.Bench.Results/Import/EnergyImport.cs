using System.Globalization;
using Tiny.Bench.Core.Metrics;
using Tiny.Bench.Results.Records;

namespace Tiny.Bench.Results.Import;

/// <summary>Makes the energy of a record: figures of the report, voltage and meter of the log or of the system's description.</summary>
internal sealed class EnergyImport(RunFiles files, ICollection<string> notes, ICollection<ImportProblem> problems)
{
    /// <summary>The figures and their file; null when there are none.</summary>
    /// <param name="streaming">Whether the task's figure is power, not energy per inference.</param>
    /// <param name="voltage">The voltage of the system's description, as written.</param>
    public (EnergyRecord Record, string Source)? Read(bool streaming, string? voltage)
    {
        if (files.Report(RunFileMode.Energy) is not { } report)
            return null;
        EnergyWindowRecord[] windows = [.. Windows(report)];
        double? energy = streaming ? null : report.MedianEnergy ?? Computed(windows);
        double? power = streaming ? report.Energy.Values.LastOrDefault()?.PowerMilliwatts : null;
        if (energy is null && power is null)
        {
            problems.Add(new ImportProblem(report.Source, 0, streaming ? "holds no power" : "holds no energy per inference"));
            return null;
        }

        RunLog? log = files.Log(RunFileMode.Energy);
        double? measured = log?.Millivolts / 1000.0;
        string? described = measured is null ? voltage : null;
        if (described is not null)
            notes.Add("no meter's log tells the voltage; it is that of the system's description");
        return (new EnergyRecord
        {
            Windows = windows,
            MedianMicrojoulesPerInference = energy,
            PowerMilliwatts = power,
            InferencesPerSecond = report.MedianThroughput,
            VoltageVolts = measured ?? (described is null ? null : double.Parse(described, CultureInfo.InvariantCulture)),
            VoltageAsDescribed = described,
            Monitor = log?.Monitor,
        }, report.Source);
    }

    // The EEMBC runner tells the number of inferences and the time to the millisecond in blocks of performance after those of energy.
    private IEnumerable<EnergyWindowRecord> Windows(RunReport report)
    {
        foreach ((int number, EnergyWindow window) in report.Energy)
        {
            report.Performance.TryGetValue(number, out PerformanceWindow? timed);
            if (window.Microjoules is { } energy && (timed?.Seconds ?? window.Seconds) is { } seconds)
                yield return new EnergyWindowRecord { Inferences = (int?)(window.Inferences ?? timed?.Inferences), Seconds = seconds, Microjoules = energy };
            else
                problems.Add(new ImportProblem(report.Source, 0, $"energy window {number} lacks its energy or its length; left out"));
        }
    }

    private double? Computed(EnergyWindowRecord[] windows)
    {
        if (windows.Length == 0 || windows.Any(window => window.Inferences is null))
            return null;
        notes.Add("the median energy is not printed and was computed from the windows");
        return Statistics.Median(windows.Select(window => window.Microjoules / window.Inferences!.Value));
    }
}
