using System.Text.Json.Serialization;

namespace Tiny.Bench.Core.Systems;

/// <summary>What a run asks.</summary>
public enum RunMode
{
    /// <summary><c>accuracy</c>: how well, over a whole list.</summary>
    [JsonStringEnumMemberName("accuracy")]
    Accuracy,

    /// <summary><c>performance</c>: how fast, over timed windows.</summary>
    [JsonStringEnumMemberName("performance")]
    Performance,

    /// <summary><c>energy</c>: for how much energy.</summary>
    [JsonStringEnumMemberName("energy")]
    Energy,

    /// <summary><c>conformance</c>: exactly what it should, to the bit.</summary>
    [JsonStringEnumMemberName("conformance")]
    Conformance,
}
