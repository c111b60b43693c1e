using System.Globalization;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Core.Metrics;

/// <summary>The anomaly scores that MLPerf Tiny published for one toy car, with the figures published beside them.</summary>
internal sealed record ToyCarScores(double[] Scores, bool[] Anomalies, double PublishedAuc, double PublishedPartialAuc)
{
    public static ToyCarScores Read(string machine)
    {
        string[][] scores = Rows(Official.Dataset($"ad01/reference_scores_ToyCar_id_{machine}.csv"));
        string[] published = Rows(Official.Dataset("ad01/reference_result.csv")).Single(row => string.Equals(row[0], machine, StringComparison.Ordinal));
        return new ToyCarScores(
            [.. scores.Select(row => Number(row[1]))],
            [.. scores.Select(row => row[0].StartsWith("anomaly_", StringComparison.Ordinal))],
            Number(published[1]),
            Number(published[2]));
    }

    private static string[][] Rows(string path) =>
        [.. File.ReadAllLines(path).Where(line => line.Contains(',', StringComparison.Ordinal)).Select(line => line.Split(','))];

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
