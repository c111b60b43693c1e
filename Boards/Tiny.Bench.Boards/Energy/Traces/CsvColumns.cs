using System.Text;

namespace Tiny.Bench.Boards.Energy.Traces;

/// <summary>Which column of a CSV trace holds what, and in which unit.</summary>
/// <param name="Separator">Between columns.</param>
/// <param name="Time">Column of the time.</param>
/// <param name="SecondsPerUnit">Unit of the time.</param>
/// <param name="Current">Column of the current; negative when there is none.</param>
/// <param name="AmperesPerUnit">Unit of the current.</param>
/// <param name="Voltage">Column of the voltage; negative when there is none.</param>
/// <param name="VoltsPerUnit">Unit of the voltage.</param>
/// <param name="Digital">Columns of digital inputs with the name of the first: <c>D0-D7</c> has eight in one.</param>
/// <remarks>
/// Headings that are known: PPK2 <c>Timestamp(ms),Current(uA),D0-D7</c> (NordicSemiconductor/pc-nrfconnect-ppk, exportChartAction.ts);
/// Joulescope <c>time,current,voltage</c> in SI units; Otii <c>Timestamp,Main current (A),Main voltage (V)</c>.
/// </remarks>
internal sealed record CsvColumns(
    byte Separator,
    int Time,
    double SecondsPerUnit,
    int Current,
    double AmperesPerUnit,
    int Voltage,
    double VoltsPerUnit,
    IReadOnlyList<(int Column, string Name)> Digital)
{
    private static readonly (string Unit, double Scale)[] Prefixes = [("n", 1e-9), ("u", 1e-6), ("µ", 1e-6), ("μ", 1e-6), ("m", 1e-3), ("", 1)];

    /// <summary>Reads a heading; null when it is none of a current over time.</summary>
    public static CsvColumns? Of(ReadOnlySpan<byte> line)
    {
        string text = Encoding.UTF8.GetString(line).TrimStart('#', ' ');
        char separator = text.Contains(';', StringComparison.Ordinal) ? ';' : text.Contains('\t', StringComparison.Ordinal) ? '\t' : ',';
        string[] names = [.. text.Split(separator).Select(name => name.Trim().Trim('"'))];
        var columns = new CsvColumns((byte)separator, -1, 1, -1, 1, -1, 1, []);
        var digital = new List<(int, string)>();
        for (int index = 0; index < names.Length; index++)
        {
            if (columns.Time < 0 && Scale(names[index], ["time", "timestamp"], "s") is { } seconds)
                columns = columns with { Time = index, SecondsPerUnit = seconds };
            else if (columns.Current < 0 && Scale(names[index], ["current", "main current"], "A") is { } amperes)
                columns = columns with { Current = index, AmperesPerUnit = amperes };
            else if (columns.Voltage < 0 && Scale(names[index], ["voltage", "main voltage"], "V") is { } volts)
                columns = columns with { Voltage = index, VoltsPerUnit = volts };
            else if (IsDigital(names[index]))
                digital.Add((index, names[index]));
        }

        return columns.Time >= 0 && columns.Current >= 0 ? columns with { Digital = digital } : null;
    }

    // Otii puts the name of the device before the quantity: "Arc Main current (A)".
    private static double? Scale(string heading, string[] quantities, string unit)
    {
        int open = heading.IndexOfAny(['(', '[']);
        string name = (open < 0 ? heading : heading[..open]).Trim();
        if (!Array.Exists(quantities, quantity => name.EndsWith(quantity, StringComparison.OrdinalIgnoreCase)))
            return null;
        string written = open < 0 ? unit : heading[(open + 1)..].TrimEnd(')', ']', ' ');
        foreach ((string prefix, double scale) in Prefixes)
        {
            if (string.Equals(written, prefix + unit, StringComparison.Ordinal))
                return scale;
        }

        return null;
    }

    private static bool IsDigital(string heading) =>
        heading.StartsWith("gpi", StringComparison.OrdinalIgnoreCase) || (heading.Length is 2 or 5 && heading[0] == 'D' && char.IsAsciiDigit(heading[1]));
}
