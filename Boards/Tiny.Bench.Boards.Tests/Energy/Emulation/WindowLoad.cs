namespace Tiny.Bench.Boards.Energy.Emulation;

/// <summary>A load with windows: idle current outside, active inside, a pulse at each edge. Its joules are known.</summary>
internal sealed class WindowLoad(double idleAmperes, double activeAmperes, params IReadOnlyList<(double Start, double End)> windows) : IEmulatedLoad
{
    public double End => windows[^1].End;

    public void Begin(TimeSpan now)
    {
    }

    public double Amperes(TimeSpan time) => Pulses(time) % 2 == 1 ? activeAmperes : idleAmperes;

    public int Pulses(TimeSpan time)
    {
        double seconds = time.TotalSeconds;
        int pulses = 0;
        foreach ((double start, double end) in windows)
            pulses += (seconds >= start ? 1 : 0) + (seconds >= end ? 1 : 0);
        return pulses;
    }

    public double Joules(int window, double volts) => (windows[window].End - windows[window].Start) * activeAmperes * volts;
}
