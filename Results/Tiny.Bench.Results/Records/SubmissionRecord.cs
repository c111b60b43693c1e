namespace Tiny.Bench.Results.Records;

/// <summary>Where a published result stands in a round of MLPerf Tiny, in the submission's own words.</summary>
public sealed record SubmissionRecord
{
    /// <summary>The round: <c>v1.2</c>.</summary>
    public required string Round { get; init; }

    /// <summary>Name of the submitter's folder.</summary>
    public required string Submitter { get; init; }

    /// <summary>Name of the system, as its folders give it.</summary>
    public required string System { get; init; }

    /// <summary>A variant inside the task's folder, such as <c>kws_int8</c>; null when there is none.</summary>
    public string? Variant { get; init; }

    /// <summary>Availability: available, preview or rdi; as written.</summary>
    public string? Status { get; init; }

    /// <summary>The runner that wrote the logs: <c>EEMBC 3.0.10</c>, <c>MLC python runner</c>.</summary>
    public string? Runner { get; init; }
}
