namespace Tiny.Bench.Boards.Protocol;

/// <summary>The plan that a device runs (protocol.md section 7.1).</summary>
public sealed record ResidentPlan
{
    /// <summary>SHA-256 of the <c>.tflite</c> file; all zeros for a plan that is not a file's.</summary>
    public required string ModelSha256 { get; init; }

    /// <summary>As <c>profile</c> prints it.</summary>
    public required string ModelId { get; init; }

    /// <summary>CRC-32 in the plan's header, 8 hexadecimal digits.</summary>
    public required string Crc { get; init; }

    /// <summary>Number of operators.</summary>
    public required int Operators { get; init; }

    /// <summary>Bytes of one upload.</summary>
    public required int InputBytes { get; init; }

    /// <summary>Bytes of the first output.</summary>
    public required int OutputBytes { get; init; }
}
