using System.Globalization;

namespace Tiny.Bench.Boards.Energy.Uncertainty;

/// <summary>A result with everything that may be wrong with it.</summary>
/// <remarks>
/// Standard uncertainties add in quadrature (JCGM 100:2008, GUM, equation 11a); the expanded one holds the truth in 95.45 % of cases, as two
/// standard deviations of a bell curve do.
/// </remarks>
public sealed record UncertaintyBudget
{
    private readonly Lazy<double> _factor;

    /// <summary>Makes a budget.</summary>
    /// <param name="value">The result.</param>
    /// <param name="components">The sources of error, independent of each other, in the unit of the result.</param>
    public UncertaintyBudget(double value, IReadOnlyList<UncertaintyComponent> components)
    {
        Value = value;
        Components = components;
        StandardUncertainty = Math.Sqrt(components.Sum(component => component.Standard * component.Standard));
        _factor = new Lazy<double>(() => Uncertainty.CoverageFactor.Of(components));
    }

    /// <summary>The result.</summary>
    public double Value { get; }

    /// <summary>The sources of error.</summary>
    public IReadOnlyList<UncertaintyComponent> Components { get; }

    /// <summary>Combined standard uncertainty.</summary>
    public double StandardUncertainty { get; }

    /// <summary>Expanded over standard uncertainty: 2 when the errors together make a bell curve.</summary>
    public double CoverageFactor => _factor.Value;

    /// <summary>The truth is within this of the value in 95.45 % of cases.</summary>
    public double ExpandedUncertainty => CoverageFactor * StandardUncertainty;

    /// <summary>Lower end.</summary>
    public double Low => Value - ExpandedUncertainty;

    /// <summary>Upper end.</summary>
    public double High => Value + ExpandedUncertainty;

    /// <summary>Two digits of the expanded uncertainty and as many of the value: <c>1430.7 +- 6.2 uJ (k=2)</c>.</summary>
    public string ToString(string unit) => Text(Value, ExpandedUncertainty, CoverageFactor, unit);

    /// <summary>The same of figures that are at hand.</summary>
    /// <param name="value">The result.</param>
    /// <param name="expanded">Its expanded uncertainty.</param>
    /// <param name="factor">Expanded over standard uncertainty.</param>
    /// <param name="unit">The unit of both.</param>
    public static string Text(double value, double expanded, double factor, string unit)
    {
        (string rounded, string uncertainty) = Rounded(value, expanded);
        return $"{rounded} +- {uncertainty} {unit} (k={factor.ToString(factor is >= 1.95 and < 2.05 ? "0" : "0.0#", CultureInfo.InvariantCulture)})";
    }

    private static (string Value, string Uncertainty) Rounded(double value, double uncertainty)
    {
        if (!(uncertainty > 0 && double.IsFinite(uncertainty) && double.IsFinite(value)))
            return (value.ToString("R", CultureInfo.InvariantCulture), uncertainty.ToString("R", CultureInfo.InvariantCulture));

        // 0.0996 is 0.10, not 0.100: the place of the second digit is that of the rounded figure.
        int decimals = 1 - Exponent(double.Parse(uncertainty.ToString("E1", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture));
        return (Fixed(value, decimals), Fixed(uncertainty, decimals));
    }

    private static int Exponent(double value)
    {
        string text = value.ToString("E1", CultureInfo.InvariantCulture);
        return int.Parse(text[(text.IndexOf('E', StringComparison.Ordinal) + 1)..], CultureInfo.InvariantCulture);
    }

    private static string Fixed(double value, int decimals)
    {
        if (decimals >= 0)
            return value.ToString($"F{Math.Min(decimals, 99)}", CultureInfo.InvariantCulture);
        double scale = Math.Pow(10, -decimals);
        return (Math.Round(value / scale, MidpointRounding.AwayFromZero) * scale).ToString("F0", CultureInfo.InvariantCulture);
    }
}
