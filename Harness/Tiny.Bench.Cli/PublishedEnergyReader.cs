using Tiny.Bench.Boards.Energy.Checking;
using Tiny.Bench.Results.Rules.Texts;

namespace Tiny.Bench.Cli;

/// <summary>Hands what Results reads of a report to Boards, which holds it against the trace.</summary>
internal static class PublishedEnergyReader
{
    // The largest published log has 20 MB.
    private const long LargestReport = 64 << 20;

    /// <summary>Reads a file; null when it says nothing of energy.</summary>
    public static PublishedEnergy? Read(string path) =>
        new FileInfo(path).Length <= LargestReport ? Of(path, RunText.Parse(File.ReadAllText(path))) : null;

    /// <summary>What a text says; null when it says nothing of energy.</summary>
    public static PublishedEnergy? Of(string source, RunText text)
    {
        // A log may tell its windows several times: the last word counts, as for the official checker.
        PublishedWindow[] windows =
        [
            .. text.EnergyWindows.Where(window => window.Microjoules is not null)
                .GroupBy(window => window.Number)
                .Select(group => Of(group.Last(), text.Windows.LastOrDefault(timed => timed.Number == group.Key)))
                .OrderBy(window => window.Number),
        ];
        return windows.Length > 0 || text.MedianEnergy is not null ? new PublishedEnergy(source, windows, text.MedianEnergy) : null;
    }

    // The EEMBC runner tells the number of inferences in blocks of performance behind those of energy; where it does not, the two energies tell it.
    private static PublishedWindow Of(PrintedWindow window, PrintedWindow? timed)
    {
        long? inferences = window.Inferences ?? timed?.Inferences;
        if (inferences is null && window.MicrojoulesPerInference is > 0 and var each)
            inferences = (long)Math.Round(window.Microjoules!.Value / each);
        return new PublishedWindow(window.Number, window.AtSeconds, window.Seconds, inferences, window.Microjoules!.Value);
    }
}
