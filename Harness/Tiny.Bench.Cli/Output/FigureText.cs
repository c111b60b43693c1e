using System.Globalization;

namespace Tiny.Bench.Cli.Output;

/// <summary>A figure in a text table: as many digits as tell two systems apart, and no more.</summary>
internal static class FigureText
{
    private const int Significant = 6;

    /// <summary>The figure with its unit's digits: shares with four decimals, all else with six significant digits and no exponent.</summary>
    public static string Of(double value, string unit)
    {
        if (unit == "share")
            return value.ToString("F4", CultureInfo.InvariantCulture);
        int whole = Math.Abs(value) < 1 ? 1 : 1 + (int)Math.Log10(Math.Abs(value));
        return value.ToString($"F{Math.Clamp(Significant - whole, 0, Significant)}", CultureInfo.InvariantCulture);
    }
}
