using System.Globalization;

namespace Tiny.Bench.Results.Charts;

/// <summary>Cultures that write numbers otherwise. The programs run without culture data, so the marks of de-DE and ar-EG are set by hand.</summary>
internal static class OtherCultures
{
    public static IReadOnlyList<CultureInfo> All { get; } = [Make(",", ".", "-", "%"), Make("٫", "٬", "\u061c-", "٪\u061c")];

    public static T Run<T>(CultureInfo culture, Func<T> action)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = culture;
            return action();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static CultureInfo Make(string point, string group, string minus, string percent)
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = point;
        culture.NumberFormat.NumberGroupSeparator = group;
        culture.NumberFormat.NegativeSign = minus;
        culture.NumberFormat.PercentSymbol = percent;
        culture.DateTimeFormat.DateSeparator = "/";
        return culture;
    }
}
