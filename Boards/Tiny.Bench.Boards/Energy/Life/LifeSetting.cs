using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Tiny.Bench.Boards.Energy.Life;

/// <summary>A figure as a user writes it: <c>sleep-uA=4</c>, <c>sleep-uA=4:2:8</c>.</summary>
public static class LifeSetting
{
    /// <summary>Reads one; false when the name is not known or a number is none.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out LifeParameter? parameter, [NotNullWhen(true)] out Estimate? estimate)
    {
        ArgumentNullException.ThrowIfNull(text);
        int at = text.IndexOf('=', StringComparison.Ordinal);
        parameter = at > 0 ? LifeParameter.Find(text[..at]) : null;
        estimate = parameter is null ? null : EstimateOf(text[(at + 1)..].Split(':'));
        return estimate is not null;
    }

    private static Estimate? EstimateOf(string[] numbers)
    {
        double[] values = [.. numbers.Select(number => double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? value : double.NaN)];
        if (values.Any(double.IsNaN))
            return null;
        return values switch
        {
            [var value] => Estimate.Exactly(value, "given"),
            [var value, var low, var high] => new Estimate(value, low, high, "given"),
            _ => null,
        };
    }
}
