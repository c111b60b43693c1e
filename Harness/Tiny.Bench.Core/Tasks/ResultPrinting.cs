using System.Text.Json.Serialization;

namespace Tiny.Bench.Core.Tasks;

/// <summary>How a board prints the results of a task: what the reference firmware does, and what the official runner reads.</summary>
/// <remarks>Source: Boards/docs/protocol.md section 6.</remarks>
public enum ResultPrinting
{
    /// <summary><c>rounded</c>: real values with three digits.</summary>
    [JsonStringEnumMemberName("rounded")]
    Rounded,

    /// <summary><c>cut</c>: real values, digits after the third cut off.</summary>
    [JsonStringEnumMemberName("cut")]
    Cut,

    /// <summary><c>trailing-comma</c>: as rounded, and a comma after the last value.</summary>
    [JsonStringEnumMemberName("trailing-comma")]
    TrailingComma,

    /// <summary><c>mean-square</c>: one value, the mean squared difference of output and float32 input.</summary>
    [JsonStringEnumMemberName("mean-square")]
    MeanSquare,
}
