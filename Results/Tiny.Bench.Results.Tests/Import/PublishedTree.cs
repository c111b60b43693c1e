using System.Globalization;
using System.Text;
using System.Text.Json;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Results.Import;

/// <summary>
/// The six rounds as trees, made of the published table: names and layout are those of the rounds, texts are in the runners' formats, and the figures are
/// those of the table. Windows, and whatever else the table does not tell, are made up.
/// </summary>
internal sealed class PublishedTree(TemporaryFolder folder)
{
    private static readonly int[] EembcWindows = [2, 4, 6, 8, 10];
    private static readonly int[] MlCommonsWindows = [1, 2, 3, 4, 5];

    /// <summary>Writes the files of one row, and the description of its system.</summary>
    /// <param name="row">The row.</param>
    /// <param name="voltage">What the description's notes say of the voltage; empty for nothing.</param>
    public void Write(PublishedRow row, string voltage)
    {
        bool mlCommons = row.Runner == RunnerName.MlCommons;
        if (row.Task == "sww01")
            WriteStreaming(row);
        else if (mlCommons)
            WriteMlCommons(row);
        else
            WriteEembc(row);
        if (row.AccuracySource.EndsWith("results.txt", StringComparison.Ordinal))
            Put(row, row.AccuracySource, Lines(row, "ulp-mlperf", [mlCommons ? $"Top 1% = {TopOne(row)}" : $"Top-1: {TopOne(row)}%", mlCommons ? $"AUC = {row.Auc}" : $"AUC: {row.Auc}"]));
        Put(row, row.SystemSource, Description(row, voltage));
    }

    private void WriteEembc(PublishedRow row)
    {
        if (row.PerformanceSource.EndsWith("results.txt", StringComparison.Ordinal))
            Put(row, row.PerformanceSource, Lines(row, "ulp-mlperf", EembcReport(row, row.PerformanceInferences, row.InferencesPerSecond, row.ShortestWindowSeconds)));
        string log = row.Runner.Length > 0 ? $"00001.000 parser: m-version[{row.Runner["EEMBC ".Length..]}]\n" : "";
        Put(row, LogOf(row.PerformanceSource), log + (row.PerformanceInferences.Length > 0 ? "" : Laps(Number(row.InferencesPerSecond))));
        if (row.EnergySource.Length == 0)
            return;
        Put(row, row.EnergySource, Lines(row, "ulp-ml", [$"Median energy cost is {row.EnergyMicrojoules} uJ/inf.", $"Median throughput is {row.EnergyModeInferencesPerSecond} inf./sec."]));
        Put(row, LogOf(row.EnergySource), string.Create(CultureInfo.InvariantCulture,
            $"00001.000 emon: m-regfile-fn[trace1-energy.bin]-type[emon]-name[{row.EnergyMonitor}]\n00002.000 emon: m-voltage-mv[{Number(row.Voltage) * 1000:F0}]\n"));
    }

    private void WriteMlCommons(PublishedRow row)
    {
        // Qualcomm's reports have the median alone.
        string median = $"0801.000000 ulp-mlperf: Median throughput is {row.InferencesPerSecond,10} inf./sec.\n";
        string windows = string.Concat(Windows(row.PerformanceInferences, row.InferencesPerSecond, row.ShortestWindowSeconds, MlCommonsWindows).Select(line => line + "\n"));
        bool medianOnly = row.Submitter == "Qualcomm";
        Put(row, row.PerformanceSource, medianOnly ? median : windows + median);
        Put(row, LogOf(row.PerformanceSource), (medianOnly ? windows.Replace("Performance", "0801.000000 ulp-mlperf: Performance", StringComparison.Ordinal) : "") + median);
        if (row.EnergySource.Length > 0)
            Put(row, row.EnergySource, $"Power Edition Output\nMedian energy cost is {row.EnergyMicrojoules} uJ/inf.\n");
    }

    private void WriteStreaming(PublishedRow row)
    {
        string heard = $"Accuracy: {row.TruePositives} True positives, {row.FalseNegatives} False negatives, {row.FalsePositives} False positives\n"
            + $"Average duty cycle: {row.DutyCycle}\nEstimated throughput: {row.InferencesPerSecond} inf./sec.\n";
        if (row.PerformanceSource.Length > 0)
            Put(row, row.PerformanceSource, heard);
        Put(row, row.EnergySource, $"Energy data for trial 0\n  Elapsed time  : 1200.5\n  Inferences    : 1\n  Power         : {row.PowerMilliwatts} mW.\n  Total Energy  : 600000.0 uJ\n{heard}");
    }

    // v1.0 qualcomm ran one input, which has no median.
    private static IEnumerable<string> EembcReport(PublishedRow row, string inferences, string throughput, string shortest) =>
        row.Submitter == "qualcomm"
            ? Windows(inferences, throughput, shortest, [2])
            : Windows(inferences, throughput, shortest, EembcWindows).Append($"Median throughput is {throughput} inf./sec.");

    private static IEnumerable<string> Windows(string inferences, string throughput, string shortest, int[] numbers)
    {
        double mean = Number(inferences) / Number(throughput);
        foreach (int number in numbers)
        {
            bool first = number == numbers[0];
            double seconds = first ? Number(shortest) : Math.Max(mean, Number(shortest));
            yield return $"Performance results for window {number}:";
            yield return $"  # Inferences : {inferences,12}";
            yield return string.Create(CultureInfo.InvariantCulture, $"  Runtime      : {seconds} sec.");
            yield return first && numbers.Length > 1
                ? string.Create(CultureInfo.InvariantCulture, $"  Throughput   : {Number(inferences) / seconds} inf./sec.")
                : $"  Throughput   : {throughput} inf./sec.";
        }
    }

    // A microsecond in a thousand seconds is no digit of the table.
    private static string Laps(double throughput)
    {
        long inferences = Math.Max(1, (long)(throughput * 1000));
        return string.Create(CultureInfo.InvariantCulture, $"00003.000 dut: m-infer-start-{inferences}\n00003.000 dut: m-lap-us-5\n00004.000 dut: m-lap-us-{5 + Math.Round(inferences / throughput * 1e6):F0}\n00004.000 dut: m-results-[0.1,0.9]\n");
    }

    // Andes printed every line three times.
    private static string Lines(PublishedRow row, string source, IEnumerable<string> lines)
    {
        var text = new StringBuilder();
        string clock = row.Runner == RunnerName.MlCommons ? "0801.000000" : "00100.000";
        foreach (string line in lines)
        {
            for (int copy = row.Submitter == "Andes" ? 3 : 1; copy > 0; copy--)
                text.Append(CultureInfo.InvariantCulture, $"{clock} {source}: {line}\n");
        }

        return text.ToString();
    }

    // The members of the published descriptions in their order, with the slips and the repetitions that they had.
    private static string Description(PublishedRow row, string voltage)
    {
        bool broken = row.Submitter is "latentai" or "OctoML" || (row.System == "syntiant_9120_0v9_30mhz" && row.Round is "v0.7" or "v1.0");
        bool withoutFramework = row.Submitter == "kai_jiang" && row.Round is "v1.2" or "v1.3";
        List<(string Name, string Value)> members =
        [
            ("Status", row.Status), ("Board Name", row.Board), ("SoC Name", row.Soc), ("Processor(s) Name", row.HostProcessor), ("Processor(s) Frequencies", row.Clock),
            ("Accelerator", row.Accelerator), ("Accelerator(s) Frequencies", row.AcceleratorClock), ("Hardware Notes", voltage.Length > 0 ? $"Operating at {voltage} V" : ""),
            (withoutFramework ? "Software" : "Inference Framework", withoutFramework || row.Software.Length == 0 ? "N/A" : row.Software),
            ("Software Libraries", withoutFramework ? row.Software : "a library"), ("Operating System ", ""),
        ];
        if (!withoutFramework && (broken || row.Software.Length == 0))
            members.Add(("Inference Framework", ""));
        members.Add(("Quantization Method", row.Quantization));
        string text = $"{{\n{string.Join(",\n", members.Select(member => $"\t{JsonSerializer.Serialize(member.Name)}: {JsonSerializer.Serialize(member.Value)}"))}\n}}\n";
        return broken ? text.Replace(",\n\t\"Accelerator\"", "\n\t\"Accelerator\"", StringComparison.Ordinal) : text;
    }

    private void Put(PublishedRow row, string path, string content) => folder.Write($"{row.Round}/{path}", content);

    private static string LogOf(string path) => path.Replace("results.txt", "log.txt", StringComparison.Ordinal);

    private static string TopOne(PublishedRow row) => row.TopOne.Length > 0 ? row.TopOne : row.PrecisionRecall;

    private static double Number(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);
}
