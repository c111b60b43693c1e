namespace Tiny.Bench.Boards.Energy.Life;

/// <summary>Where a day's energy goes, joules.</summary>
/// <param name="Sleep">The current that always flows.</param>
/// <param name="FirstStage">Every window.</param>
/// <param name="SecondStage">Events and false wakes.</param>
/// <param name="Radio">Messages.</param>
public readonly record struct DailyEnergy(double Sleep, double FirstStage, double SecondStage, double Radio)
{
    /// <summary>All of it.</summary>
    public double Total => Sleep + FirstStage + SecondStage + Radio;
}
