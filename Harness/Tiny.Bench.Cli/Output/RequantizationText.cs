using System.Globalization;
using Tiny.Bench.Reference.Exhaustive;
using Tiny.Bench.Reference.Exhaustive.Certificates;

namespace Tiny.Bench.Cli.Output;

/// <summary>What <c>conformance requantization</c> prints for people.</summary>
internal static class RequantizationText
{
    /// <summary>One paragraph per pair.</summary>
    public static void Write(TextWriter output, IEnumerable<RequantizationComparison> comparisons)
    {
        foreach (RequantizationComparison found in comparisons)
        {
            output.WriteLine($"{found.Pair.Name}: multiplier {found.Scale.Multiplier}, shift {found.Scale.Shift}{(found.Clamp is null ? "" : ", int8 codes")}");
            if (found.IsEqual)
            {
                output.WriteLine($"  equal on all {found.Range.Count:N0} accumulators");
                continue;
            }

            output.WriteLine($"  {found.Differing:N0} of {found.Range.Count:N0} differ ({Share(found.Differing, found.Range.Count)}), from {found.First} to {found.Last}");
            output.WriteLine($"  the second is one higher in {found.SecondOneHigher:N0}, one lower in {found.SecondOneLower:N0}, further apart in {found.FurtherApart:N0}");
            output.WriteLine(found.Accumulators.Count > 0 ? $"  {string.Join(' ', found.Accumulators)}" : $"  SHA-256 of the set {found.Sha256}");
        }
    }

    /// <summary>One row per pair and model.</summary>
    public static void Write(TextWriter output, IEnumerable<RequantizationCertificate> certificates) => TextTable.Write(
        output,
        ["first", "second", "model", ">channels", ">reachable", ">differing", ">share", ">pairs of ADD"],
        certificates.SelectMany(certificate => certificate.Models.Select(model => (IReadOnlyList<string>)[
            certificate.First,
            certificate.Second,
            PlainText.Line(model.Name),
            $"{model.Operators.Sum(one => one.Channels?.Count ?? 0):N0}",
            $"{model.Reachable:N0}",
            $"{model.Differing:N0}",
            Share(model.Differing, model.Reachable),
            SumPairs(model),
        ])));

    private static string SumPairs(CertifiedModel model)
    {
        int[] counts = [.. model.Operators.Where(one => one.DifferingInputPairs is not null).Select(one => one.DifferingInputPairs!.Value)];
        return counts.Length == 0 ? "" : $"{counts.Sum():N0} of {(long)counts.Length * SumComparer.InputPairs:N0}";
    }

    private static string Share(long part, long whole) =>
        whole == 0 ? "" : ((double)part / whole).ToString("0.0000 %", CultureInfo.InvariantCulture);
}
