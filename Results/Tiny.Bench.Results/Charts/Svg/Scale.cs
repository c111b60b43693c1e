using System.Globalization;

namespace Tiny.Bench.Results.Charts.Svg;

/// <summary>Where a value lies on an axis, and which values the axis names.</summary>
internal sealed class Scale
{
    // No figure of the field is near it, and the arithmetic below cannot overflow.
    private const double Largest = 1e100;

    private readonly double _low;
    private readonly double _high;
    private readonly double _start;
    private readonly double _end;

    private Scale(bool logarithmic, double low, double high, double start, double end, IReadOnlyList<ScaleTick> ticks)
    {
        Logarithmic = logarithmic;
        Floor = low;
        Ticks = ticks;
        _low = logarithmic ? Math.Log10(low) : low;
        _high = logarithmic ? Math.Log10(high) : high;
        _start = start;
        _end = end;
    }

    /// <summary>Whether decades are equally long.</summary>
    public bool Logarithmic { get; }

    /// <summary>The value at which the axis starts.</summary>
    public double Floor { get; }

    /// <summary>The values to name, growing.</summary>
    public IReadOnlyList<ScaleTick> Ticks { get; }

    /// <summary>The pixel of a value.</summary>
    public double At(double value)
    {
        double place = Logarithmic ? Math.Log10(value) : value;
        return _start + ((place - _low) / (_high - _low) * (_end - _start));
    }

    /// <summary>Whether an axis of this kind can show the value.</summary>
    public static bool Shows(double value, bool logarithmic) => Math.Abs(value) <= Largest && (!logarithmic || value >= 1 / Largest);

    /// <summary>An axis for bars: from zero, or from a power of ten that lies clearly below every value.</summary>
    public static Scale ForBars(IReadOnlyCollection<double> values, bool logarithmic, double start, double end) =>
        logarithmic ? Decades(values, start, end, wholeDecadeOnTop: false) : Linear([0, .. values], start, end, around: false);

    /// <summary>An axis for points: whole decades, or a range with some air around the values.</summary>
    public static Scale ForPoints(IReadOnlyCollection<double> values, bool logarithmic, double start, double end) =>
        logarithmic ? Decades(values, start, end, wholeDecadeOnTop: true) : Linear(values, start, end, around: true);

    private static Scale Decades(IReadOnlyCollection<double> values, double start, double end, bool wholeDecadeOnTop)
    {
        double least = values.Count == 0 ? 1 : values.Min();
        double most = values.Count == 0 ? 10 : values.Max();

        // A bar that starts a hair above its value would be invisible, so the smallest value keeps 5 % of a decade at least.
        int first = (int)Math.Floor(Math.Log10(least) - 0.05);
        int last = Math.Max(first + 1, (int)Math.Ceiling(Math.Log10(most)));
        int step = Math.Max(1, (last - first + 7) / 8);
        double[] ticks = [.. Enumerable.Range(0, ((last - first) / step) + 1).Select(index => Math.Pow(10, first + (index * step)))];
        double high = wholeDecadeOnTop ? Math.Pow(10, last) : Math.Max(most, ticks[1]);
        return new Scale(
            logarithmic: true, Math.Pow(10, first), high, start, end,
            [.. ticks.Where(tick => tick <= high * 1.0000001).Select(tick => new ScaleTick(tick, PowerText(tick)))]);
    }

    private static Scale Linear(IReadOnlyCollection<double> values, double start, double end, bool around)
    {
        double low = values.Count == 0 ? 0 : values.Min();
        double high = values.Count == 0 ? 1 : values.Max();
        double size = Math.Max(Math.Abs(low), Math.Abs(high));
        if (high - low <= size * 1e-9 || size < 1 / Largest)
            (low, high) = size < 1 / Largest ? (0, 1) : (low - (size * 0.05), high + (size * 0.05));
        double step = NiceStep((high - low) / 5);
        if (around)
            (low, high) = (Math.Floor(low / step) * step, Math.Ceiling(high / step) * step);
        double first = Math.Ceiling((low / step) - 1e-6);
        int count = (int)(Math.Floor((high / step) + 1e-6) - first) + 1;
        int decimals = Math.Clamp(-(int)Math.Floor(Math.Log10(step) + 1e-9), 0, 15);
        string format = size is >= 1e7 or < 1e-4 ? "0.0##e+00" : "0." + new string('0', decimals);
        return new Scale(
            logarithmic: false, low, high, start, end,
            [.. Enumerable.Range(0, count).Select(index => Tick((first + index) * step, format))]);
    }

    // Adding zero turns a negative zero into zero, which prints without a sign.
    private static ScaleTick Tick(double value, string format) => new(value, (value + 0.0).ToString(format, CultureInfo.InvariantCulture));

    private static string PowerText(double value) =>
        value is >= 1e-4 and < 1e7 ? value.ToString("0.####", CultureInfo.InvariantCulture) : value.ToString("0e+00", CultureInfo.InvariantCulture);

    private static double NiceStep(double rough)
    {
        double power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        return (rough / power) switch
        {
            <= 1 => power,
            <= 2 => 2 * power,
            <= 5 => 5 * power,
            _ => 10 * power,
        };
    }
}
