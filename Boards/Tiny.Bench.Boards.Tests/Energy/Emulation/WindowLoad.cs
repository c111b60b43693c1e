namespace Tiny.Bench.Boards.Energy.Emulation;

/// <summary>A load with windows: idle current outside, active inside, a pulse at each edge. Its joules are known.</summary>
internal sealed class WindowLoad(double idleAmperes, double activeAmperes, params IReadOnlyList<(double Start, double End)> windows) : IEmulatedLoad
{
    public void Begin(TimeSpan now)
    {
    }

    public double Amperes(TimeSpan time) => Pulses(time) % 2 == 1 ? activeAmperes : idleAmperes;

    public int Pulses(TimeSpan time) => windows.Sum(window => (time.TotalSeconds >= window.Start ? 1 : 0) + (time.TotalSeconds >= window.End ? 1 : 0));

    public double Joules(int window, double volts) => (windows[window].End - windows[window].Start) * activeAmperes * volts;
}
