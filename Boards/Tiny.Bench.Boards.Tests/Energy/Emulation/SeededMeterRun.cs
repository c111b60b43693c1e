using Tiny.Bench.Core;

namespace Tiny.Bench.Boards.Energy.Emulation;

/// <summary>One run of an emulated meter whose load, error and faults hang on a seed, held against the joules that the load took.</summary>
internal sealed class SeededMeterRun
{
    private const double Volts = 1.8;
    private const double Length = 8;

    private readonly WindowLoad _load;
    private readonly MeterEmulation _emulation;
    private readonly MeterKind _kind;

    public SeededMeterRun(MeterKind kind, int seed)
    {
        _kind = kind;
        var chance = new Random(seed);
        double second = 3.5 + chance.NextDouble();
        double scale = kind == MeterKind.Ppk2 ? 0.5 : 1;
        _load = new WindowLoad(
            chance.NextDouble() * 0.002,
            0.001 + (chance.NextDouble() * 0.045),
            (scale * (0.5 + chance.NextDouble()), scale * (2 + chance.NextDouble())),
            (scale * second, scale * (second + 0.5 + chance.NextDouble())));
        _emulation = new MeterEmulation
        {
            Seed = seed,
            Step = TimeSpan.FromMilliseconds(kind == MeterKind.Ppk2 ? 2 : 50),
            GainError = (chance.NextDouble() - 0.5) * 0.02,
            StartsStale = chance.Next(4) == 0,
            FirstAnswerAfter = chance.Next(4) == 0 ? TimeSpan.FromSeconds(chance.NextDouble() * 8) : TimeSpan.Zero,
            Firmware = chance.Next(20) == 0 ? "1.0.5" : "1.0.6",
            Faults = [.. Enumerable.Range(0, chance.Next(4)).Select(_ => new MeterFaultAt(
                (MeterFaultKind)chance.Next(6), TimeSpan.FromSeconds(chance.NextDouble() * Length * scale), 1 + chance.Next(chance.Next(2) == 0 ? 8 : 3000)))],
        };
    }

    /// <summary>Whether the seed pulls the cable or silences the meter before the last window is over.</summary>
    public bool Dies => _emulation.Faults.Any(fault => fault.Kind is MeterFaultKind.Unplug or MeterFaultKind.Silence && fault.Time < TimeSpan.FromSeconds(_load.End));

    /// <summary>What the seed does, for a message.</summary>
    public string Story => $"{_kind}, seed {_emulation.Seed}: {string.Join(", ", _emulation.Faults)}";

    /// <summary>Measures.</summary>
    /// <returns>How far each window is off and how far it may be; the error's type where there is no number.</returns>
    public async Task<(IReadOnlyList<(double Off, double Allowed)> Windows, string? Error)> MeasureAsync(CancellationToken ct)
    {
        bool lpm = _kind == MeterKind.Lpm01a;
        await using var bench = new EmulatedBench(lpm ? Lpm01aEmulator.Start : Ppk2Emulator.Start, _load, _emulation, lpm ? 4096 : 800);
        var windows = new List<(double Off, double Allowed)>();
        try
        {
            await using IEnergyMonitor meter = await EnergyMeters.OpenAsync(_kind, bench.Port, bench.Time, ct);
            MeterRecording recording = await bench.MeasureAsync(meter, Volts, events: 4, lpm ? Length : Length / 2, ct);
            for (int window = 0; window < 2; window++)
            {
                Traces.WindowEnergy energy = recording.Between($"window {window}", 2 * window, (2 * window) + 1);
                double truth = _load.Joules(window, Volts);

                // The meter's own error was drawn up to 1 %; a sample at each edge; what the host's clock may overlook; the meter's digits.
                double allowed = (truth * 0.01) + energy.EdgeJoules + (lpm ? 0 : energy.MeanWatts * 0.020) + (truth * 0.001);
                windows.Add((Math.Abs(energy.Joules - truth), allowed));
            }

            return (windows, null);
        }
        catch (TinyBenchException error)
        {
            return (windows, error.GetType().Name);
        }
    }
}
