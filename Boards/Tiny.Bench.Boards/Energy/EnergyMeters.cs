using Tiny.Bench.Boards.Energy.Lpm01a;
using Tiny.Bench.Boards.Energy.Otii;
using Tiny.Bench.Boards.Energy.Ppk2;
using Tiny.Bench.Boards.Links;

namespace Tiny.Bench.Boards.Energy;

/// <summary>Opens energy meters.</summary>
public static class EnergyMeters
{
    /// <summary>Opens a meter; the caller closes what it gets.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="port">The link to it; closed by the monitor, also when this fails.</param>
    /// <param name="time">For deadlines.</param>
    /// <param name="ct">Ends the wait.</param>
    public static async ValueTask<IEnergyMonitor> OpenAsync(MeterKind kind, ISerialPort port, TimeProvider time, CancellationToken ct) => kind switch
    {
        MeterKind.Lpm01a => await Lpm01aMonitor.OpenAsync(port, new Lpm01aOptions(), time, ct),
        MeterKind.Ppk2 => await Ppk2Monitor.OpenAsync(port, new Ppk2Options(), time, ct),
        MeterKind.Otii => await OtiiMonitor.OpenAsync(port, new OtiiOptions(), time, ct),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "is no meter that is driven"),
    };
}
