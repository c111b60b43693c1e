namespace Tiny.Bench.Results.Records;

/// <summary>Whether a system computed what the reference does, operator by operator.</summary>
public sealed record ConformanceRecord
{
    /// <summary>Inputs that were run.</summary>
    public required int Inputs { get; init; }

    /// <summary>Operator outputs that were compared.</summary>
    public required int Operators { get; init; }

    /// <summary>Operator outputs with the reference's CRC-32.</summary>
    public required int Equal { get; init; }

    /// <summary>The first difference of the first input that has one, in words; null when there is none.</summary>
    public string? FirstDifference { get; init; }
}
