using Tiny.Bench.Boards.Targets;

namespace Tiny.Bench.Boards.Energy;

/// <summary>Which energy meter, and where: <c>lpm01a:/dev/ttyACM1</c>. Parsed only; nothing is opened.</summary>
public sealed record MeterAddress
{
    private MeterAddress(MeterKind kind, TargetAddress? link, MeterKind? emulated)
    {
        Kind = kind;
        Link = link;
        Emulated = emulated;
    }

    /// <summary>What it is.</summary>
    public MeterKind Kind { get; }

    /// <summary>Where it is; null for an emulated one.</summary>
    public TargetAddress? Link { get; }

    /// <summary>What an emulator plays; null for a real meter.</summary>
    public MeterKind? Emulated { get; }

    /// <summary>Reads an address.</summary>
    /// <exception cref="TargetAddressException">The text has none of the forms, or names a meter that is not driven.</exception>
    public static MeterAddress Parse(string text)
    {
        const string forms = "expected lpm01a:PATH, ppk2:PATH, otii:tcp://host:port, emulated:lpm01a or emulated:ppk2";
        string[] parts = text.Split(':', 2);
        if (parts is ["joulescope" or "js110" or "js220", ..])
            throw TargetAddressException.OfMeter(text, "a Joulescope is not driven: record with its own program, and give the file to tinybench energy show");
        if (parts is not [var name, { Length: > 0 } place])
            throw TargetAddressException.OfMeter(text, $"has no known form; {forms}");
        return (name, place) switch
        {
            ("emulated", "lpm01a") => new MeterAddress(MeterKind.Lpm01a, null, MeterKind.Lpm01a),
            ("emulated", "ppk2") => new MeterAddress(MeterKind.Ppk2, null, MeterKind.Ppk2),
            ("lpm01a", _) => new MeterAddress(MeterKind.Lpm01a, Serial(place, Lpm01a.Lpm01aMonitor.Baud), null),
            ("ppk2", _) => new MeterAddress(MeterKind.Ppk2, Serial(place, Ppk2.Ppk2Monitor.Baud), null),
            ("otii", _) when TargetAddress.Parse(place) is { IsLink: true } link => new MeterAddress(MeterKind.Otii, link, null),
            _ => throw TargetAddressException.OfMeter(text, $"is no meter that is known; {forms}"),
        };
    }

    // Its speed is the meter's own; a socket is taken too, for a meter at another machine.
    private static TargetAddress Serial(string place, int baud) => place.Contains("://", StringComparison.Ordinal)
        ? TargetAddress.Parse(place)
        : TargetAddress.Parse(FormattableString.Invariant($"serial:{place}@{baud}"));
}
