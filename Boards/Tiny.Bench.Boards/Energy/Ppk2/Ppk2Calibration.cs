using System.Globalization;

namespace Tiny.Bench.Boards.Energy.Ppk2;

/// <summary>What a meter's own memory says of its ranges, five numbers of each kind.</summary>
/// <remarks>
/// The text that the meter sends: lines <c>R0: 1003.3506</c>, the last of them <c>END</c>. A number that is missing, zero or <c>-nan</c> leaves the default.
/// Sources: pc-nrfconnect-ppk src/device/serialDevice.ts, getMetadata and parseMeta; IRNAS/ppk2-api-python src/ppk2_api/ppk2_api.py.
/// </remarks>
internal sealed record Ppk2Calibration
{
    private const int Ranges = Ppk2Word.Ranges;

    /// <summary>Begins the text.</summary>
    public static ReadOnlySpan<byte> Head => "Calibrated:"u8;

    /// <summary>Ends it.</summary>
    public static ReadOnlySpan<byte> Tail => "END"u8;

    /// <summary>Shunts, ohms.</summary>
    public IReadOnlyList<double> R { get; private init; } = [1031.64, 101.65, 10.15, 0.94, 0.043];

    /// <summary>Gain over the square of the current.</summary>
    public IReadOnlyList<double> Gs { get; private init; } = [1, 1, 1, 1, 1];

    /// <summary>Gain over the current.</summary>
    public IReadOnlyList<double> Gi { get; private init; } = [1, 1, 1, 1, 1];

    /// <summary>Offset of the converter.</summary>
    public IReadOnlyList<double> O { get; private init; } = [0, 0, 0, 0, 0];

    /// <summary>Offset by the supply, amperes a volt.</summary>
    public IReadOnlyList<double> S { get; private init; } = [0, 0, 0, 0, 0];

    /// <summary>Offset, amperes.</summary>
    public IReadOnlyList<double> I { get; private init; } = [0, 0, 0, 0, 0];

    /// <summary>Gain that a user set.</summary>
    public IReadOnlyList<double> Ug { get; private init; } = [1, 1, 1, 1, 1];

    /// <summary>Whether the meter says that it was calibrated.</summary>
    public bool IsCalibrated { get; private init; }

    /// <summary>Hardware, as it names it; empty when it does not.</summary>
    public string Hardware { get; private init; } = "";

    /// <summary>The number that our emulator gives; empty for a real one, which has none here.</summary>
    public string Id { get; private init; } = "";

    /// <summary>Reads the text from its head to before its tail.</summary>
    /// <returns>False when a line is none of a meter's, or a number is none.</returns>
    public static bool TryParse(string text, out Ppk2Calibration calibration)
    {
        calibration = new Ppk2Calibration();
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (line.Split(": ", 2) is not [var key, var value] || !values.TryAdd(key, value))
                return false;
        }

        bool right = true;
        calibration = new Ppk2Calibration
        {
            R = Of("R", calibration.R),
            Gs = Of("GS", calibration.Gs),
            Gi = Of("GI", calibration.Gi),
            O = Of("O", calibration.O),
            S = Of("S", calibration.S),
            I = Of("I", calibration.I),
            Ug = Of("UG", calibration.Ug),
            IsCalibrated = values.GetValueOrDefault("Calibrated") == "1",
            Hardware = values.GetValueOrDefault("HW", ""),
            Id = values.GetValueOrDefault("ID", ""),
        };
        return right && values.ContainsKey("R0");

        double[] Of(string kind, IReadOnlyList<double> otherwise) => [.. Enumerable.Range(0, Ranges).Select(range => Number(kind, range, otherwise[range]))];

        double Number(string kind, int range, double otherwise)
        {
            string text = values.GetValueOrDefault($"{kind}{range}", "-nan").Trim();
            if (text.EndsWith("nan", StringComparison.OrdinalIgnoreCase))
                return otherwise;
            right &= double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value);
            return value == 0 ? otherwise : value;
        }
    }
}
