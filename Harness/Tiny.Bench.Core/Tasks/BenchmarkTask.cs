namespace Tiny.Bench.Core.Tasks;

/// <summary>One task of the suite: what is run on what, and what counts as good enough.</summary>
public sealed record BenchmarkTask
{
    /// <summary>Name as the official firmware gives it: <c>kws01</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Name for people: "Keyword spotting".</summary>
    public required string Title { get; init; }

    /// <summary>Folder under the dataset root; two tasks may share one.</summary>
    public required string Dataset { get; init; }

    /// <summary>What the sample files hold.</summary>
    public required InputKind Input { get; init; }

    /// <summary>What hears the wav files among the samples; null when samples are no sound.</summary>
    public FrontEndKind? FrontEnd { get; init; }

    /// <summary>
    /// File of the data set that lists files with the names of their classes, for people's own data sets; null for <c>y_labels.csv</c>.
    /// </summary>
    public string? Manifest { get; init; }

    /// <summary>How a board prints its results.</summary>
    public required ResultPrinting Results { get; init; }

    /// <summary>The quality metric.</summary>
    public required QualityMetric Metric { get; init; }

    /// <summary>Least value of <see cref="Metric"/> in the closed division, 0 to 1.</summary>
    public required double TargetValue { get; init; }

    /// <summary>Models that this task knows, the default first; at least one.</summary>
    public required IReadOnlyList<ModelReference> Models { get; init; }

    /// <summary>Name of each class, by index.</summary>
    public required IReadOnlyList<string> Labels { get; init; }

    /// <summary>Sample lists that this task knows; any other list is run, and called unknown. May be empty.</summary>
    public required IReadOnlyList<KnownList> Lists { get; init; }

    /// <summary>Anomaly score above which a sample counts as an anomaly; null where the task has none.</summary>
    public double? Threshold { get; init; }

    /// <summary>Model and samples of the starter pack; null when it has none for this task.</summary>
    public StarterSet? Starter { get; init; }

    /// <summary>The same task on the starter pack: its model, list, labels and threshold in place of the official ones.</summary>
    /// <exception cref="InvalidOperationException">There is no <see cref="Starter"/>.</exception>
    public BenchmarkTask OnStarterPack()
    {
        StarterSet starter = Starter ?? throw new InvalidOperationException($"{Id} has no starter set.");
        return this with { Models = [starter.Model], Labels = starter.Labels, Lists = [starter.List], Threshold = starter.Threshold };
    }
}
