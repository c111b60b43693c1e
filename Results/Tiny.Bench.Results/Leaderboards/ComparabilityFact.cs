using System.Globalization;
using Tiny.Bench.Results.Records;

namespace Tiny.Bench.Results.Leaderboards;

/// <summary>Something that two records must have in common before their figures may be held against each other.</summary>
/// <param name="Subject">What it is, in a sentence: "data list".</param>
/// <param name="UnknownFits">Whether a record that does not say it may stand beside one that does.</param>
/// <param name="Of">Its value in a record, as text for people; null when the record does not say.</param>
internal sealed record ComparabilityFact(string Subject, bool UnknownFits, Func<RunRecord, string?> Of)
{
    private const int DigestDigits = 16;

    /// <summary>Boards are made one a division; two records by themselves may differ in it.</summary>
    public static ComparabilityFact Division { get; } = new("division", UnknownFits: false, record => record.Division);

    public static ComparabilityFact SuiteVersion { get; } = new("suite version", UnknownFits: true, record => record.SuiteVersion);

    public static ComparabilityFact DataList { get; } = new("data list", UnknownFits: true, record => record.Data is { } data
        ? $"{data.Name} ({data.Standing()}, sha256 {Digest(data.Sha256)})"
        : null);

    /// <summary>In the open division every system brings a model of its own, and that is what is compared.</summary>
    public static ComparabilityFact Model { get; } = new("model", UnknownFits: true, record => record.Model is { } model && record.Division is not "open"
        ? $"{model.File} (sha256 {Digest(model.Sha256)})"
        : null);

    public static ComparabilityFact Dialect { get; } = new("dialect", UnknownFits: true, record => record.Dialect);

    /// <summary>One fact, since a meter brings its range of supplies: the largest set has both in common.</summary>
    /// <remarks>An unknown meter does not fit a known one: what it counts (board or core, its resolution) is what the figure depends on.</remarks>
    public static ComparabilityFact SupplyAndMeter { get; } = new("supply and meter", UnknownFits: false, record =>
        (SupplyClass(record.Energy?.VoltageVolts), MeterClass(record.Energy?.Monitor)) switch
        {
            (null, null) => null,
            var (supply, meter) => $"{supply ?? "unknown supply"}, {meter ?? "unknown meter"}",
        });

    /// <summary>Says that a record has another value than those that it is held against; both as <see cref="Of"/> gives them.</summary>
    public string Difference(string? own, string? common) => $"It differs in {Subject}: {own ?? "not known"}; the others have {common ?? "none that is known"}.";

    /// <summary>How the second of two records differs from the first, as a sentence; null when it does not.</summary>
    public string? Between(RunRecord first, RunRecord second)
    {
        string? before = Of(first), after = Of(second);
        bool fits = before == after || (UnknownFits && (before is null || after is null));
        return fits ? null : $"They differ in {Subject}: the first has {before ?? "none that is known"}, the second {after ?? "none that is known"}.";
    }

    /// <summary>The class of a supply voltage: that of the nominal rail which it belongs to; null when it is not known.</summary>
    /// <remarks>
    /// 3.0 V and 3.3 V are one class: both are what a 3 V board is fed with. Bounds are the rails' usual tolerances. What lies between is its
    /// own class, to a tenth of a volt.
    /// </remarks>
    internal static string? SupplyClass(double? volts) => volts switch
    {
        null => null,
        >= 1.6 and <= 2.0 => "1.8 V class",
        >= 2.7 and <= 3.6 => "3 V class",
        >= 4.5 and <= 5.5 => "5 V class",
        { } other => string.Create(CultureInfo.InvariantCulture, $"{other:F1} V"),
    };

    /// <summary>The class of a meter: its maker's family; null when it is not known.</summary>
    internal static string? MeterClass(string? monitor)
    {
        if (string.IsNullOrWhiteSpace(monitor))
            return null;
        string name = monitor.Trim().ToUpperInvariant();
        return name is "JS110" or "JS220" ? "Joulescope" : name;
    }

    private static string Digest(string sha256) => sha256[..Math.Min(DigestDigits, sha256.Length)];
}
