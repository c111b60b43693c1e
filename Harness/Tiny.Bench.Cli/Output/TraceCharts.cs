using System.Globalization;
using Tiny.Bench.Boards.Energy.Traces;
using Tiny.Bench.Results.Charts;

namespace Tiny.Bench.Cli.Output;

/// <summary>Hands an outline of Boards to the charts of Results.</summary>
internal static class TraceCharts
{
    private static readonly (double AtLeast, double Scale, string Prefix)[] Units = [(1, 1, ""), (1e-3, 1e3, "m"), (0, 1e6, "µ")];

    /// <summary>The chart of a trace, or of a stretch of it.</summary>
    public static TraceChart Of(string name, TraceIntegral sums, TraceOutline outline)
    {
        double most = outline.Columns.Where(column => column.HasSamples).Select(column => column.High).DefaultIfEmpty(0).Max();
        (_, double scale, string prefix) = Array.Find(Units, unit => most >= unit.AtLeast) is { Scale: > 0 } found ? found : Units[^1];
        string unit = prefix + (outline.IsPower ? "W" : "A");
        ChartSpan[] windows = [.. TraceWindow.Of(sums.Events).Where(window => sums.Events[window.LastEvent].Sample <= sums.End).Select(window => Span(sums, window))];
        return new TraceChart
        {
            Title = name,
            Description = string.Create(
                CultureInfo.InvariantCulture,
                $"{sums.Header.SecondsOf(sums.End):0.###} s at {sums.Header.SampleRate:0.###} samples a second, at most {most * scale:0.###} {unit} from {outline.FromSeconds:0.###} to {outline.ToSeconds:0.###} s; {windows.Length} windows, {sums.Events.Count} events, {sums.Gaps.Count} gaps."),
            Axis = new ChartAxis($"{(outline.IsPower ? "Power" : "Current")}, {unit}"),
            FromSeconds = outline.FromSeconds,
            ToSeconds = outline.ToSeconds,
            Columns = [.. outline.Columns.Select(column => column.HasSamples ? (column.Low * scale, column.High * scale) : ((double, double)?)null)],
            Windows = windows,
            Gaps = [.. sums.Gaps.Select(gap => new ChartSpan(
                "",
                string.Create(CultureInfo.InvariantCulture, $"{gap.Count} samples are missing from {sums.Header.SecondsOf(gap.First):0.######} s on"),
                sums.Header.SecondsOf(gap.First),
                sums.Header.SecondsOf(gap.First + gap.Count)))],
            Events = [.. sums.Events.Select(found => ($"event {found.Label}", sums.Header.SecondsOf(found.Sample)))],
        };
    }

    private static ChartSpan Span(TraceIntegral sums, TraceWindow window)
    {
        WindowEnergy energy = sums.Between(window.FirstEvent, window.LastEvent);
        string text = string.Create(CultureInfo.InvariantCulture, $"window {window.Number}: {energy.Joules * 1e6:0.###} uJ in {energy.Seconds:0.######} s, {energy.MeanWatts * 1e3:0.####} mW{(energy.MissingSamples > 0 ? ", samples are missing" : "")}");
        return new ChartSpan(string.Create(CultureInfo.InvariantCulture, $"window {window.Number}"), text, sums.Header.SecondsOf(energy.First), sums.Header.SecondsOf(energy.End));
    }
}
