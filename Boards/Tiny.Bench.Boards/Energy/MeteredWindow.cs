using Tiny.Bench.Boards.Energy.Traces;

namespace Tiny.Bench.Boards.Energy;

/// <summary>One batch of inferences with what it took.</summary>
/// <param name="Inferences">At least 1.</param>
/// <param name="Energy">Between the two edges of the pin.</param>
/// <param name="IdleBefore">A stretch before the command, when the board had nothing to do.</param>
/// <param name="IdleAfter">One after the result was printed.</param>
public sealed record MeteredWindow(int Inferences, WindowEnergy Energy, WindowEnergy IdleBefore, WindowEnergy IdleAfter)
{
    /// <summary>Microjoules of one inference.</summary>
    public double MicrojoulesPerInference => Energy.Joules * 1e6 / Inferences;

    /// <summary>Mean of the idle power before and after, watts.</summary>
    public double IdleWatts => (IdleBefore.MeanWatts + IdleAfter.MeanWatts) / 2;

    /// <summary>Microjoules of one inference above what the board would have taken idle; below 0 where it takes less than idle.</summary>
    public double MicrojoulesAboveIdlePerInference => (Energy.Joules - (IdleWatts * Energy.Seconds)) * 1e6 / Inferences;
}
