namespace Tiny.Bench.Boards.Links;

/// <summary>Which way bytes went.</summary>
public enum TranscriptDirection
{
    /// <summary>From the host to the device; <c>&gt;</c> in a file.</summary>
    ToDevice,

    /// <summary>From the device to the host; <c>&lt;</c> in a file.</summary>
    ToHost,
}
