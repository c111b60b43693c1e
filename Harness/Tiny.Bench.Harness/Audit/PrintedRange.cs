using System.Globalization;
using Tiny.Bench.Harness.Conformance.Dialects;

namespace Tiny.Bench.Harness.Audit;

/// <summary>Between which numbers all printed values of a log lie, which tells what they can be.</summary>
/// <param name="Count">How many there are.</param>
/// <param name="Lowest">The lowest; 0 when there are none.</param>
/// <param name="Highest">The highest; 0 when there are none.</param>
/// <param name="AreWhole">Whether all are whole numbers.</param>
internal readonly record struct PrintedRange(int Count, double Lowest, double Highest, bool AreWhole)
{
    /// <summary>Whole numbers among which are others than 0 and 1.</summary>
    public bool IsInteger => AreWhole && !IsOneHot;

    /// <summary>Nothing but 0 and 1, which could be anything.</summary>
    public bool IsOneHot => Count > 0 && AreWhole && Lowest >= 0 && Highest <= 1;

    /// <summary>Whole numbers that int8 does not hold and uint8 does.</summary>
    public bool IsUint8 => AreWhole && Lowest >= 0 && Highest is > sbyte.MaxValue and <= byte.MaxValue;

    /// <summary>Numbers from 0 to 1.</summary>
    public bool IsProbability => Lowest >= 0 && Highest <= 1;

    /// <summary>Looks at all values.</summary>
    public static PrintedRange Of(IReadOnlyList<PrintedSample> answers)
    {
        double[] values = [.. answers.SelectMany(answer => answer.Values)];
        return values.Length == 0 ? new PrintedRange(0, 0, 0, AreWhole: false) : new PrintedRange(values.Length, values.Min(), values.Max(), Array.TrueForAll(values, double.IsInteger));
    }

    /// <summary>The values in words.</summary>
    public string Describe() => string.Create(
        CultureInfo.InvariantCulture,
        $"{(AreWhole ? "integers" : "values")} from {Lowest} to {Highest}{(AreWhole || IsProbability ? "" : ", which are no probabilities")}");
}
