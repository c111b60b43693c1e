namespace Tiny.Bench.Boards.Energy.Uncertainty;

/// <summary>How far a kind of meter may be off, by its data sheet.</summary>
/// <param name="Id">Name for the command line: <c>lpm01a</c>.</param>
/// <param name="Name">Name of the product.</param>
/// <param name="Gain">Limit of the relative error, as a share; null when no figure is known.</param>
/// <param name="OffsetAmperes">Limit of the error that does not depend on the current; null when no figure is known.</param>
/// <param name="Source">Document of the figures, or what is not known.</param>
public sealed record MeterClass(string Id, string Name, double? Gain, double? OffsetAmperes, string Source)
{
    /// <summary>The meters that are known.</summary>
    /// <remarks>A meter without figures is listed so that a budget can say that its accuracy is missing in it.</remarks>
    public static IReadOnlyList<MeterClass> All { get; } =
    [
        new("lpm01a", "ST X-NUCLEO-LPM01A", 0.02, null, "UM2243 Rev 2, static current measurement: better than 2 %; no figure was found for the dynamic mode, which is taken for as good, nor for the offset"),
        new("otii-arc", "Qoitech Otii Arc", 0.001, 50e-9, "qoitech.com, How accurate is your low current measurement: +-(0.1 % + 50 nA) below 20 mA"),
        new("otii-ace", "Qoitech Otii Ace", 0.0005, 25e-9, "qoitech.com, How accurate is your low current measurement: +-(0.05 % + 25 nA) for low currents"),
        new("ppk2", "Nordic Power Profiler Kit II", null, null, "no figure was found in a document at hand"),
        new("js220", "Joulescope JS220", null, null, "no figure was found in a document at hand"),
        new("js110", "Joulescope JS110", null, null, "no figure was found in a document at hand"),
    ];

    /// <summary>The class of a meter that is driven; of the two Otiis the one that is further off, unless it says that it is the other.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="identity">What the meter says it is.</param>
    public static MeterClass? Of(MeterKind kind, string identity)
    {
        ArgumentNullException.ThrowIfNull(identity);
        return kind switch
        {
            MeterKind.Lpm01a => Find("lpm01a"),
            MeterKind.Ppk2 => Find("ppk2"),
            MeterKind.Otii => Find(identity.Contains("Ace", StringComparison.OrdinalIgnoreCase) ? "otii-ace" : "otii-arc"),
            _ => null,
        };
    }

    /// <summary>The class of an id; null when there is none.</summary>
    public static MeterClass? Find(string id) => All.FirstOrDefault(meter => string.Equals(meter.Id, id, StringComparison.OrdinalIgnoreCase));
}
