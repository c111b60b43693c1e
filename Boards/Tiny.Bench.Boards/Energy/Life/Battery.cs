namespace Tiny.Bench.Boards.Energy.Life;

/// <summary>A battery.</summary>
public sealed record Battery
{
    /// <summary>Name for the command line: <c>cr2032</c>.</summary>
    public required string Id { get; init; }

    /// <summary>What it is.</summary>
    public required string Chemistry { get; init; }

    /// <summary>Nominal capacity down to the cut-off, milliampere-hours.</summary>
    public required Estimate CapacityMilliampereHours { get; init; }

    /// <summary>Mean voltage while it is discharged, volts: energy taken from it over charge taken from it.</summary>
    public required double Volts { get; init; }

    /// <summary>Voltage at which it counts as empty.</summary>
    public required double CutOffVolts { get; init; }

    /// <summary>Share of the capacity that a board gets out of it: pulses pull the voltage to the cut-off before it is empty.</summary>
    public required Estimate UsableShare { get; init; }

    /// <summary>Share of the nominal capacity that it loses by itself in a year.</summary>
    public required Estimate SelfDischargePerYear { get; init; }

    /// <summary>The batteries that are known.</summary>
    public static IReadOnlyList<Battery> All { get; } =
    [
        new()
        {
            Id = "cr2032", Chemistry = "Li-MnO2 coin cell", Volts = 2.9, CutOffVolts = 2.0,
            CapacityMilliampereHours = new(225, 210, 235, "225 mAh to 2.0 V: Wikipedia, CR2032 battery; 235 mAh: supplier's specification PSG90906"),
            UsableShare = new(0.85, 0.7, 0.95, "assumption"),
            SelfDischargePerYear = new(0.015, 0.01, 0.02, "196 of 200 h after 12 months: supplier's specification PSG90906; others say 1 %"),
        },
        Typical("aa-alkaline-2", "two alkaline AA in series", 2500, 2.4, 1.8, 0.85, 0.03),
        Typical("aa-lithium-2", "two Li-FeS2 AA in series", 3000, 2.9, 1.8, 0.95, 0.01),
        Typical("er14505", "Li-SOCl2 AA", 2400, 3.5, 2.2, 0.85, 0.01),
        Typical("er34615", "Li-SOCl2 D", 19000, 3.5, 2.2, 0.85, 0.01),
        Typical("lipo-100", "lithium polymer pouch, 100 mAh", 100, 3.7, 3.0, 0.9, 0.25),
        Typical("li-ion-18650", "Li-ion 18650", 3000, 3.6, 3.0, 0.9, 0.25),
        Typical("nimh-aa-2", "two low-self-discharge NiMH AA in series", 2000, 2.4, 2.0, 0.9, 0.15),
    ];

    /// <summary>The battery of an id; null when there is none.</summary>
    public static Battery? Find(string id) => All.FirstOrDefault(battery => string.Equals(battery.Id, id, StringComparison.OrdinalIgnoreCase));

    private static Battery Typical(string id, string chemistry, double capacity, double volts, double cutOff, double usable, double selfDischarge) => new()
    {
        Id = id,
        Chemistry = chemistry,
        CapacityMilliampereHours = Estimate.Assumed(capacity, 1.15) with { Source = "assumption: typical of the chemistry, not of one product" },
        Volts = volts,
        CutOffVolts = cutOff,
        UsableShare = new(usable, usable - 0.1, Math.Min(1, usable + 0.1), "assumption"),
        SelfDischargePerYear = Estimate.Assumed(selfDischarge, 2),
    };
}
