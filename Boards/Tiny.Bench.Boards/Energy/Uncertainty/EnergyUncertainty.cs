using Tiny.Bench.Boards.Energy.Traces;
using Tiny.Bench.Core.Metrics;

namespace Tiny.Bench.Boards.Energy.Uncertainty;

/// <summary>The budget of an energy per inference.</summary>
public static class EnergyUncertainty
{
    private const double MicrojoulesPerJoule = 1e6;

    /// <summary>The median over the windows, in microjoules per inference, and what may be wrong with it.</summary>
    /// <param name="windows">Energy of each window and the inferences in it, at least one.</param>
    /// <param name="sampleRate">Samples a second.</param>
    /// <param name="meter">The meter; null or without figures leaves its accuracy out of the budget.</param>
    /// <param name="supply">The supply; null when it is not known, or the meter measures it, or its tolerance is in the meter's gain.</param>
    public static UncertaintyBudget Of(IReadOnlyList<(WindowEnergy Energy, long Inferences)> windows, double sampleRate, MeterClass? meter = null, SupplyVoltage? supply = null)
    {
        ArgumentNullException.ThrowIfNull(windows);
        if (windows.Count == 0)
            throw new ArgumentException("There is no window.", nameof(windows));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(sampleRate);
        double[] each = [.. windows.Select(window => window.Energy.Joules * MicrojoulesPerJoule / window.Inferences)];
        double median = Statistics.Median(each);
        var components = new List<UncertaintyComponent>();
        if (meter?.Gain is { } gain)
            components.Add(UncertaintyComponent.Within("gain of the meter", Math.Abs(median) * gain, meter.Source));
        if (meter?.OffsetAmperes is { } offset && supply is not null)
            components.Add(UncertaintyComponent.Within("offset of the meter", offset * supply.Volts * Largest(windows, window => window.Seconds), meter.Source));
        if (supply?.Tolerance is > 0 and var tolerance)
            components.Add(UncertaintyComponent.Within("supply", Math.Abs(median) * tolerance, "tolerance of the supply as given"));

        // The pin may move anywhere between two samples, at the start and at the end: the difference of two even spreads of one sample each.
        components.Add(UncertaintyComponent.Difference("window edges", Largest(windows, window => window.EdgeJoules / 2), "one sample period at each edge"));
        if (windows.Any(window => window.Energy.MissingSamples > 0))
            components.Add(UncertaintyComponent.Within("missing samples", Largest(windows, window => window.MissingSamples * window.PeakWatts / sampleRate), "between nothing and the peak, for each that did not arrive"));
        if (MedianRepeatability.Of(each) is { } repeatability)
            components.Add(repeatability);
        return new UncertaintyBudget(median, components);
    }

    private static double Largest(IReadOnlyList<(WindowEnergy Energy, long Inferences)> windows, Func<WindowEnergy, double> joules) =>
        windows.Max(window => joules(window.Energy) * MicrojoulesPerJoule / window.Inferences);
}
