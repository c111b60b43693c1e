namespace Tiny.Bench.Results.Pages;

/// <summary>Units as people of the field read them.</summary>
internal static class PageUnits
{
    /// <summary>What to multiply a board's values by, and the unit that gives.</summary>
    public static (double Factor, string Unit) Of(string unit) => unit switch
    {
        "us" => (0.001, "ms"),
        "uJ" => (1, "µJ"),
        "share" => (100, "%"),
        "instructions" => (1e-6, "million"),
        "bytes" => (1.0 / 1024, "KiB"),
        "x" => (1, "times"),
        _ => (1, unit),
    };
}
