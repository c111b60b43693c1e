using System.Text.Json.Serialization;

namespace Tiny.Bench.Core.Tasks;

/// <summary>What the bytes of a task's sample files are, and so how they become model inputs.</summary>
public enum InputKind
{
    /// <summary><c>int8</c>: codes of the input tensor, fed as they are.</summary>
    [JsonStringEnumMemberName("int8")]
    Int8,

    /// <summary><c>uint8-minus-128</c>: pixels 0 to 255; the int8 code is the pixel less 128.</summary>
    [JsonStringEnumMemberName("uint8-minus-128")]
    UInt8Minus128,

    /// <summary><c>float32-windows</c>: little-endian binary32; the list says how windows are cut, the model how they are quantized.</summary>
    [JsonStringEnumMemberName("float32-windows")]
    Float32Windows,

    /// <summary><c>float32</c>: little-endian binary32, one input a file; the model says how they are quantized.</summary>
    [JsonStringEnumMemberName("float32")]
    Float32,
}
