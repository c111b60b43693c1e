using System.Text.Json.Serialization;

namespace Tiny.Bench.Results.Comparison;

/// <summary>How the second of two figures stands to the first.</summary>
public enum Verdict
{
    /// <summary><c>same</c>: the interval of the change holds no change.</summary>
    [JsonStringEnumMemberName("same")]
    Same,

    /// <summary><c>better</c>.</summary>
    [JsonStringEnumMemberName("better")]
    Better,

    /// <summary><c>worse</c>.</summary>
    [JsonStringEnumMemberName("worse")]
    Worse,

    /// <summary><c>not-comparable</c>: a fact differs that the figure depends on.</summary>
    [JsonStringEnumMemberName("not-comparable")]
    NotComparable,
}
