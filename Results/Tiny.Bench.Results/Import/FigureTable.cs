using Tiny.Bench.Results.Import.Lines;

namespace Tiny.Bench.Results.Import;

/// <summary>Which label and unit make which figure, in the words of both runners.</summary>
/// <remarks>The unit is asked for because a file cut within a number would else give another number. Source: spec/mlperf-tiny.md section 2.3.</remarks>
internal sealed class FigureTable(SourceText text, ICollection<ImportProblem> problems)
{
    private const double SmallestMeasurable = 1e-9;
    private const double LargestMeasurable = 1e15;

    private static readonly (string Label, string Unit, FigureKind Kind)[] Rows =
    [
        ("# Inferences", "", FigureKind.Inferences),
        ("Inferences", "", FigureKind.Inferences),
        ("Runtime", "sec", FigureKind.Runtime),
        ("Throughput", "inf./sec", FigureKind.Throughput),
        ("Elapsed time", "", FigureKind.ElapsedTime),
        ("Energy", "uJ", FigureKind.Energy),
        ("Total Energy", "uJ", FigureKind.Energy),
        ("Energy/Inf.", "uJ/inf", FigureKind.EnergyPerInference),
        ("Energy/Inf", "uJ/inf", FigureKind.EnergyPerInference),
        ("Power", "mW", FigureKind.Milliwatts),
        ("Power", "uW", FigureKind.Microwatts),
        ("Median throughput", "inf./sec", FigureKind.MedianThroughput),
        ("Median energy cost", "uJ/inf", FigureKind.MedianEnergy),
        ("Top-1", "%", FigureKind.TopOne),
        ("Top 1%", "", FigureKind.TopOne),
        ("Top-1%", "", FigureKind.TopOne),
        ("Top 1", "%", FigureKind.TopOne),
        ("AUC", "", FigureKind.Auc),
        ("Average duty cycle", "", FigureKind.DutyCycle),
        ("Average period", "s", FigureKind.Period),
        ("Estimated throughput", "inf./sec", FigureKind.StreamThroughput),
    ];

    /// <summary>Reads a figure that a record keeps; a known label with anything else behind it is a problem.</summary>
    public bool TryRead(ReadOnlySpan<char> message, int line, out FigureKind kind, out double value)
    {
        value = 0;
        kind = default;
        bool known = false;
        foreach ((string label, string unit, FigureKind candidate) in Rows)
        {
            if (!Figure.HasLabel(message, label))
                continue;
            known = true;
            if (!Figure.TryParse(message, out Figure figure) || !figure.Unit.SequenceEqual(unit) || !IsPossible(candidate, figure.Value))
                continue;
            (kind, value) = (candidate, figure.Value);
            return candidate is not (FigureKind.Period or FigureKind.EnergyPerInference);
        }

        if (known)
            problems.Add(text.Problem(line, $"holds no figure that can be: {SourceText.Quote(message)}"));
        return false;
    }

    /// <summary>Whether a time, a rate, a power or an energy, in the unit that it is printed in, can be one of any system; quotients of two such are finite.</summary>
    public static bool IsMeasurable(double value) => value is >= SmallestMeasurable and <= LargestMeasurable;

    private static bool IsPossible(FigureKind kind, double value) => kind switch
    {
        FigureKind.TopOne => value is >= 0 and <= 100,
        FigureKind.Auc or FigureKind.DutyCycle => value is >= 0 and <= 1,
        FigureKind.Inferences => value is >= 1 and <= int.MaxValue && value == Math.Floor(value),
        _ => IsMeasurable(value),
    };
}
