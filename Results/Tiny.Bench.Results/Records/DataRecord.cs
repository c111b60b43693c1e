namespace Tiny.Bench.Results.Records;

/// <summary>The sample list that was used.</summary>
public sealed record DataRecord
{
    /// <summary>The suite's name for it, or "unknown list (sha256 ...)".</summary>
    public required string Name { get; init; }

    /// <summary>Whether it is the task's evaluation list.</summary>
    public required bool Official { get; init; }

    /// <summary>True when it is of the starter pack, which ships with the tool; null for the lists of others.</summary>
    public bool? Starter { get; init; }

    /// <summary>SHA-256 of <c>y_labels.csv</c>, 64 lower-case hexadecimal digits.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Number of samples that it lists; a run may have used fewer.</summary>
    public required int Samples { get; init; }

    /// <summary>What the list is worth, for people: "official", "starter pack, not official" or "not official".</summary>
    public string Standing() => Official ? "official" : Starter == true ? "starter pack, not official" : "not official";
}
