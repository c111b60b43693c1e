namespace Tiny.Bench.Boards.Energy.Life;

/// <summary>How long a battery lasts, and why.</summary>
public sealed record LifeResult
{
    /// <summary>With every figure as it is.</summary>
    public required double Years { get; init; }

    /// <summary>Lower bound: the shares by which each figure alone may shorten the life, added as independent errors are.</summary>
    public required double LowYears { get; init; }

    /// <summary>Upper bound, likewise.</summary>
    public required double HighYears { get; init; }

    /// <summary>Where a day's energy goes.</summary>
    public required DailyEnergy Daily { get; init; }

    /// <summary>Wakes without an event, a day.</summary>
    public required double FalseWakesPerDay { get; init; }

    /// <summary>What one of them costs, with the message that the second stage may send for it.</summary>
    public required double MicrojoulesPerFalseWake { get; init; }

    /// <summary>Life without false wakes.</summary>
    public required double YearsWithoutFalseWakes { get; init; }

    /// <summary>Life if every window was sent and none looked at.</summary>
    public required double YearsSendingRaw { get; init; }

    /// <summary>A window of so many bytes is as dear to send as to look at; a smaller one had better be sent.</summary>
    public required double BreakEvenBytes { get; init; }

    /// <summary>What each figure does, the one that matters most first.</summary>
    public required IReadOnlyList<LifeSensitivity> Sensitivities { get; init; }
}
