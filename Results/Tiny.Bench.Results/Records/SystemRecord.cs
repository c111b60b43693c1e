namespace Tiny.Bench.Results.Records;

/// <summary>The system under test. What its source does not say is null.</summary>
public sealed record SystemRecord
{
    /// <summary>Board.</summary>
    public string? Board { get; init; }

    /// <summary>Chip.</summary>
    public string? Soc { get; init; }

    /// <summary>Host processor.</summary>
    public string? Processor { get; init; }

    /// <summary>Accelerator.</summary>
    public string? Accelerator { get; init; }

    /// <summary>Clock of the processor, with its unit as written.</summary>
    public string? Clock { get; init; }

    /// <summary>Clock of the accelerator, with its unit as written.</summary>
    public string? AcceleratorClock { get; init; }

    /// <summary>Memory, as written.</summary>
    public string? Memory { get; init; }

    /// <summary>Inference framework and libraries, as written.</summary>
    public string? Software { get; init; }

    /// <summary>Number formats, as written.</summary>
    public string? Quantization { get; init; }

    /// <summary>Compiler with its flags.</summary>
    public string? Compiler { get; init; }

    /// <summary>Kernel library of our firmware; on the host <c>plain</c> or <c>fast</c>.</summary>
    public string? KernelLibrary { get; init; }

    /// <summary>SHA-256 of the firmware, 64 lower-case hexadecimal digits.</summary>
    public string? FirmwareSha256 { get; init; }
}
