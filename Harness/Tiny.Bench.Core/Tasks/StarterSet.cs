namespace Tiny.Bench.Core.Tasks;

/// <summary>What the starter pack has for a task: a model and a sample list of our own, which ship with the tool. Never official.</summary>
public sealed record StarterSet
{
    /// <summary>The int8 model.</summary>
    public required ModelReference Model { get; init; }

    /// <summary>The samples.</summary>
    public required KnownList List { get; init; }

    /// <summary>Name of each class of these samples, by index.</summary>
    public required IReadOnlyList<string> Labels { get; init; }

    /// <summary>Anomaly score above which a sample counts as an anomaly; null where the class is the highest output.</summary>
    public double? Threshold { get; init; }

    /// <summary>How many samples of the list the reference gets right, 0 to the list's samples: known to the unit, because it computes to the bit.</summary>
    public required int Correct { get; init; }
}
