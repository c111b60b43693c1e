using Tiny.Bench.Core.Systems;

namespace Tiny.Bench.Results.Records;

/// <summary>One record in the index: what a list shows, without opening the record.</summary>
public sealed record RecordIndexEntry
{
    /// <summary>Path of the record's file below the store's root, with <c>/</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Length of the file.</summary>
    public required long Bytes { get; init; }

    /// <summary>When the file was last written, in UTC.</summary>
    public required DateTime Modified { get; init; }

    /// <summary>SHA-256 of the file, 64 lower-case hexadecimal digits.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Task id.</summary>
    public required string Task { get; init; }

    /// <summary>Division; null for a run that was not submitted.</summary>
    public string? Division { get; init; }

    /// <summary>Where the record's numbers come from.</summary>
    public required RunKind Kind { get; init; }

    /// <summary>The published system's name, else the board, else the target; null when the record has none of them.</summary>
    public string? System { get; init; }

    /// <summary>Median latency in microseconds.</summary>
    public double? LatencyMicroseconds { get; init; }

    /// <summary>Median energy in microjoules per inference.</summary>
    public double? MicrojoulesPerInference { get; init; }

    /// <summary>Average power in milliwatts.</summary>
    public double? PowerMilliwatts { get; init; }

    /// <summary>Top-1 as a share, 0 to 1.</summary>
    public double? Accuracy { get; init; }

    /// <summary>Area under the ROC curve.</summary>
    public double? Auc { get; init; }

    internal static RecordIndexEntry Of(StoreFile file, string sha256, RunRecord record) => new()
    {
        Name = file.Name,
        Bytes = file.Bytes,
        Modified = file.Modified,
        Sha256 = sha256,
        Task = record.Task,
        Division = record.Division,
        Kind = record.Kind,
        System = record.Submission?.System ?? record.System?.Board ?? record.Target,
        LatencyMicroseconds = record.Performance?.MedianLatencyMicroseconds,
        MicrojoulesPerInference = record.Energy?.MedianMicrojoulesPerInference,
        PowerMilliwatts = record.Energy?.PowerMilliwatts,
        Accuracy = record.Quality?.Accuracy,
        Auc = record.Quality?.Auc,
    };
}
