namespace Tiny.Bench.Boards.Energy.Emulation;

/// <summary>What an emulated meter is wired to: a current, and the pin that marks windows. Times count from the start of sampling.</summary>
public interface IEmulatedLoad
{
    /// <summary>Sampling begins.</summary>
    /// <param name="now">What the emulator's clock shows.</param>
    void Begin(TimeSpan now);

    /// <summary>The current at a moment that has passed, amperes.</summary>
    double Amperes(TimeSpan time);

    /// <summary>How often the pin went low from the start of sampling to a moment that has passed.</summary>
    int Pulses(TimeSpan time);
}
