namespace Tiny.Bench.Boards.Links;

/// <summary>Which way bytes go.</summary>
public enum LinkDirection
{
    /// <summary>From the host to the device; <c>&gt;</c> in a transcript.</summary>
    ToDevice,

    /// <summary>From the device to the host; <c>&lt;</c> in a transcript.</summary>
    ToHost,
}
