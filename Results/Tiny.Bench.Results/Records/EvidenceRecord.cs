namespace Tiny.Bench.Results.Records;

/// <summary>The files that the figures come from, as paths below the round's folder, with <c>/</c>; a flattened file by its name.</summary>
public sealed record EvidenceRecord
{
    /// <summary>Source of the performance figures.</summary>
    public string? Performance { get; init; }

    /// <summary>Source of the quality figures.</summary>
    public string? Accuracy { get; init; }

    /// <summary>Source of the energy figures.</summary>
    public string? Energy { get; init; }

    /// <summary>Source of the system description.</summary>
    public string? System { get; init; }

    /// <summary>What was computed rather than read, and how; one sentence each.</summary>
    public IReadOnlyList<string>? Notes { get; init; }
}
