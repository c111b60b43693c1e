namespace Tiny.Bench.Boards.Virtual.Proxy;

/// <summary>The chance of each fault at each byte of one direction, 0 to 1; together at most 1.</summary>
public sealed record FaultRates
{
    /// <summary>Of <see cref="FaultKind.Drop"/>.</summary>
    public double Drop { get; init; }

    /// <summary>Of <see cref="FaultKind.Double"/>.</summary>
    public double Double { get; init; }

    /// <summary>Of <see cref="FaultKind.Flip"/>, of one bit.</summary>
    public double Flip { get; init; }

    /// <summary>Of <see cref="FaultKind.Delay"/>.</summary>
    public double Delay { get; init; }

    /// <summary>Of <see cref="FaultKind.Cut"/>, for a while.</summary>
    public double Cut { get; init; }

    /// <summary>Of <see cref="FaultKind.Reset"/>.</summary>
    public double Reset { get; init; }

    /// <summary>The fault that a number from 0 to 1 falls on; null for none.</summary>
    internal FaultKind? Pick(double chance)
    {
        foreach ((FaultKind kind, double rate) in Listed())
        {
            if (chance < rate)
                return kind;
            chance -= rate;
        }

        return null;
    }

    /// <summary>Whether each is a chance and all of them together are one; false for what is no number.</summary>
    internal bool IsPossible => Listed().All(listed => listed.Rate >= 0) && Listed().Sum(listed => listed.Rate) <= 1;

    private (FaultKind Kind, double Rate)[] Listed() =>
    [
        (FaultKind.Drop, Drop), (FaultKind.Double, Double), (FaultKind.Flip, Flip),
        (FaultKind.Delay, Delay), (FaultKind.Cut, Cut), (FaultKind.Reset, Reset),
    ];
}
