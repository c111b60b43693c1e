using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Tiny.Bench.Results.Leaderboards;

namespace Tiny.Bench.Results.Comparison;

/// <summary>How much worse a figure may get before a check fails: <c>slower:5%</c>.</summary>
/// <param name="Kind">Which figure, and in which direction.</param>
/// <param name="Limit">What is still allowed, as a share: 0.05 for 5 %; at least 0.</param>
/// <remarks>
/// The medians decide, not their intervals: a limit is chosen with the noise of the bench in mind, and a noisy run must not pass for being
/// noisy. What cannot be judged fails too, since a gate that looks away is none: a figure that is not comparable, a record without a
/// partner, a figure that no pair has.
/// </remarks>
public sealed record RegressionGate(RegressionKind Kind, double Limit)
{
    // Figures are decimals, and their quotient in binary may exceed a limit that they meet exactly.
    private const double Rounding = 1e-9;

    private static readonly (string Name, RegressionKind Kind)[] Names =
    [
        ("slower", RegressionKind.Slower), ("larger-energy", RegressionKind.LargerEnergy), ("less-accurate", RegressionKind.LessAccurate),
    ];

    /// <summary>What <see cref="TryParse"/> takes, for people.</summary>
    public static string Expected => "slower:P%, larger-energy:P% or less-accurate:P% with a number P from 0 on, as in slower:5%";

    private Measure Measure => Kind switch
    {
        RegressionKind.Slower => Measure.Latency,
        RegressionKind.LargerEnergy => Measure.Energy,
        _ => Measure.Accuracy,
    };

    /// <summary>Reads <c>slower:5%</c>.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, [NotNullWhen(true)] out RegressionGate? gate)
    {
        gate = null;
        int colon = text.IndexOf(':');
        if (colon < 0 || !text.EndsWith("%"))
            return false;
        foreach ((string name, RegressionKind kind) in Names)
        {
            if (text[..colon].SequenceEqual(name) && TryParsePercent(text[(colon + 1)..^1], out double percent))
                gate = new RegressionGate(kind, percent / 100);
        }

        return gate is not null;
    }

    /// <summary>Why the gate fails, one sentence for each cause; empty when it holds.</summary>
    public IReadOnlyList<string> Judge(ComparisonReport report)
    {
        var failures = new List<string>();
        bool judged = false;
        foreach (RecordComparison pair in report.Pairs)
        {
            FigureComparison? figure = pair.Figures.FirstOrDefault(figure => figure.Measure == Measure);
            judged |= figure is not null;
            if (Judge(pair, figure) is { } failure)
                failures.Add($"{pair.Task} ({pair.After.Name}): {failure}");
        }

        failures.AddRange(report.OnlyBefore
            .Where(stored => FigureSource.All(stored.Record.Task, stored.Record.Kind, [stored.Record])
                .Any(source => source.Measure == Measure && source.Of(stored.Record) is not null))
            .Select(stored => $"{stored.Record.Task} ({stored.Name}): it has no partner to be compared with."));
        if (!judged && failures.Count == 0)
            failures.Add($"No pair has a figure for {Measure.Name()}.");
        return failures;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Names.Single(entry => entry.Kind == Kind).Name}:{Math.Round(100 * Limit, 9)}%");

    private static bool TryParsePercent(ReadOnlySpan<char> text, out double percent) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out percent) && double.IsFinite(percent);

    private string? Judge(RecordComparison pair, FigureComparison? figure)
    {
        if (pair.Refusal is { } refusal)
            return refusal;
        if (figure is null)
            return null;
        if (figure.Change is not { } change)
            return $"It cannot be judged. {figure.Reason}";
        double worse = Kind == RegressionKind.LessAccurate ? -change : change - 1;
        return worse > Limit + Rounding
            ? string.Create(CultureInfo.InvariantCulture, $"{Complaint(100 * worse)}; {100 * Limit:0.###} % is allowed.")
            : null;
    }

    private string Complaint(double percent) => Kind switch
    {
        RegressionKind.Slower => string.Create(CultureInfo.InvariantCulture, $"It takes {percent:0.###} % more time"),
        RegressionKind.LargerEnergy => string.Create(CultureInfo.InvariantCulture, $"It takes {percent:0.###} % more energy"),
        _ => string.Create(CultureInfo.InvariantCulture, $"It loses {percent:0.###} % of accuracy"),
    };
}
