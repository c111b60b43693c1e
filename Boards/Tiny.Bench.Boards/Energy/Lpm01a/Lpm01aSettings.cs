using System.Globalization;
using System.Text;
using Tiny.Bench.Boards.Energy.Traces;

namespace Tiny.Bench.Boards.Energy.Lpm01a;

/// <summary>What the lines above the samples of a capture say of them: the commands, or the meter's acks of them.</summary>
/// <param name="SampleRate">Samples a second, of <c>freq 1k</c>; null until it is said.</param>
/// <param name="SupplyVolts">Of <c>volt 1800m</c>; null until it is said.</param>
/// <param name="Quantity">Of <c>output energy</c> or <c>output current</c>; null until it is said.</param>
/// <param name="Format">Of <c>format ascii_dec</c> or <c>format bin_hexa</c>.</param>
/// <param name="Started">Whether <c>start</c> was acknowledged: what follows is samples.</param>
internal sealed record Lpm01aSettings(int? SampleRate, double? SupplyVolts, TraceQuantity? Quantity, Lpm01aFormat Format, bool Started)
{
    private const string Prompt = "PowerShield > ";
    private const string Ack = "ack ";

    /// <summary>Before the first line.</summary>
    public static Lpm01aSettings None { get; } = new(null, null, null, Lpm01aFormat.Ascii, false);

    /// <summary>The settings after a line; a line that sets nothing changes nothing.</summary>
    public Lpm01aSettings After(ReadOnlySpan<byte> line)
    {
        string text = Encoding.ASCII.GetString(line).Trim();
        if (text.StartsWith(Prompt, StringComparison.Ordinal))
            text = text[Prompt.Length..];
        bool acknowledged = text.StartsWith(Ack, StringComparison.Ordinal);
        string[] words = (acknowledged ? text[Ack.Length..] : text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words switch
        {
            ["freq", var rate] => this with { SampleRate = Scaled(rate, 'k', 1000) is > 0 and <= 1e6 and var hertz ? (int)hertz : null },
            ["volt", var volts] => this with { SupplyVolts = Scaled(volts, 'm', 1e-3) },
            ["output", "energy"] => this with { Quantity = TraceQuantity.EnergyPerSample },
            ["output", "current"] => this with { Quantity = TraceQuantity.Current },
            ["format", "ascii_dec"] => this with { Format = Lpm01aFormat.Ascii },
            ["format", "bin_hexa"] => this with { Format = Lpm01aFormat.Binary },
            ["start"] when acknowledged => this with { Started = true },
            _ => this,
        };
    }

    private static double? Scaled(string text, char letter, double scale)
    {
        bool scaled = text.EndsWith(letter);
        return double.TryParse(scaled ? text[..^1] : text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? value * (scaled ? scale : 1) : null;
    }
}
