using System.Globalization;
using Tiny.Bench.Boards.Energy.Traces;

namespace Tiny.Bench.Cli.Output;

/// <summary>What <c>tinybench energy show --out FILE</c> prints beside the chart.</summary>
internal static class EnergyShowText
{
    /// <summary>The trace in a line, then its windows.</summary>
    public static void Write(TextWriter output, TraceIntegral sums)
    {
        WindowEnergy whole = sums.Whole;
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{whole.Seconds:0.######} s at {sums.Header.SampleRate:0.###} samples a second, {sums.Events.Count} events, {whole.MissingSamples} samples missing in {sums.Gaps.Count} gaps"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{whole.Joules * 1e6:0.###} uJ, mean {whole.MeanWatts * 1e3:0.####} mW, peak {whole.PeakWatts * 1e3:0.####} mW"));
        TraceWindow[] windows = [.. TraceWindow.Of(sums.Events).Where(window => sums.Events[window.LastEvent].Sample <= sums.End)];
        if (windows.Length > 0)
            TextTable.Write(output, ["window", ">from s", ">seconds", ">uJ", ">mean mW", ">peak mW", ">missing"], windows.Select(window => Row(sums, window)));
    }

    private static IReadOnlyList<string> Row(TraceIntegral sums, TraceWindow window)
    {
        WindowEnergy energy = sums.Between(window.FirstEvent, window.LastEvent);
        return
        [
            $"{window.Number}",
            Text(sums.Header.SecondsOf(energy.First), "0.000"),
            Text(energy.Seconds, "0.000"),
            energy.MissingSamples > 0 ? "-" : Text(energy.Joules * 1e6, "0.000"),
            Text(energy.MeanWatts * 1e3, "0.0000"),
            Text(energy.PeakWatts * 1e3, "0.0000"),
            $"{energy.MissingSamples}",
        ];
    }

    private static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
