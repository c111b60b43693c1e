namespace Tiny.Bench.Results.Analysis;

/// <summary>How many times better than a named baseline a system is over several tasks.</summary>
public sealed record BaselineScore
{
    /// <summary>Name of the baseline.</summary>
    public required string Baseline { get; init; }

    /// <summary>Geometric mean of <see cref="Ratios"/>: 2 is twice as good.</summary>
    public required double Value { get; init; }

    /// <summary>Baseline over system for each task that both have, in ordinal order of the tasks.</summary>
    public required IReadOnlyList<KeyValuePair<string, double>> Ratios { get; init; }

    /// <summary>Tasks that the baseline has and the system lacks: scores over different tasks are not comparable.</summary>
    public required IReadOnlyList<string> Missing { get; init; }

    /// <summary>Compares figures of which less is better (latency, energy); null when the two have no task in common.</summary>
    /// <param name="baseline">Name of the baseline.</param>
    /// <param name="reference">The baseline's figure by task.</param>
    /// <param name="figures">The system's figure by task, in the same unit.</param>
    /// <exception cref="ArgumentException">A ratio is not positive and finite.</exception>
    public static BaselineScore? Of(string baseline, IReadOnlyDictionary<string, double> reference, IReadOnlyDictionary<string, double> figures)
    {
        string[] tasks = [.. reference.Keys.Order(StringComparer.Ordinal)];
        KeyValuePair<string, double>[] ratios = [.. tasks.Where(figures.ContainsKey).Select(task => KeyValuePair.Create(task, reference[task] / figures[task]))];
        return ratios.Length == 0
            ? null
            : new BaselineScore
            {
                Baseline = baseline,
                Value = GeometricMean.Of([.. ratios.Select(ratio => ratio.Value)]),
                Ratios = ratios,
                Missing = [.. tasks.Where(task => !figures.ContainsKey(task))],
            };
    }
}
