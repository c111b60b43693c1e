using System.Text.Json.Serialization;

namespace Tiny.Bench.Core.Systems;

/// <summary>Where a number comes from. Kinds never share a ranking.</summary>
public enum RunKind
{
    /// <summary><c>measured</c>: a real clock, a real meter.</summary>
    [JsonStringEnumMemberName("measured")]
    Measured,

    /// <summary><c>simulated</c>: an emulator; its instruction counts are never called latency.</summary>
    [JsonStringEnumMemberName("simulated")]
    Simulated,

    /// <summary><c>published</c>: imported from somebody's published log.</summary>
    [JsonStringEnumMemberName("published")]
    Published,

    /// <summary><c>estimated</c>: computed from a model of the hardware.</summary>
    [JsonStringEnumMemberName("estimated")]
    Estimated,
}
