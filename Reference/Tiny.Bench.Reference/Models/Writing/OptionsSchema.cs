using static Tiny.Bench.Reference.Models.Writing.OptionField;

namespace Tiny.Bench.Reference.Models.Writing;

/// <summary>The fields of every options table that can be written, in the order of their numbers.</summary>
/// <remarks>Source: tflite schema.fbs, the tables that union BuiltinOptions names.</remarks>
internal static class OptionsSchema
{
    private static readonly Dictionary<BuiltinOptionsType, OptionField[]> Tables = new()
    {
        [BuiltinOptionsType.Conv2D] = [U8, I32, I32, U8, I32, I32, U8],
        [BuiltinOptionsType.DepthwiseConv2D] = [U8, I32, I32, I32, U8, I32, I32],
        [BuiltinOptionsType.Pool2D] = [U8, I32, I32, I32, I32, U8],
        [BuiltinOptionsType.Svdf] = [I32, U8, U8],
        [BuiltinOptionsType.FullyConnected] = [U8, U8, U8, U8, U8],
        [BuiltinOptionsType.Softmax] = [F32],
        [BuiltinOptionsType.Concatenation] = [I32, U8],
        [BuiltinOptionsType.Add] = [U8, U8],
        [BuiltinOptionsType.Reshape] = [I32Vector],
        [BuiltinOptionsType.Mul] = [U8],
        [BuiltinOptionsType.Pad] = [],
        [BuiltinOptionsType.Transpose] = [],
        [BuiltinOptionsType.Reducer] = [U8],
        [BuiltinOptionsType.Sub] = [U8, U8],
        [BuiltinOptionsType.Squeeze] = [I32Vector],
        [BuiltinOptionsType.StridedSlice] = [I32, I32, I32, I32, I32, U8],
        [BuiltinOptionsType.Split] = [I32],
        [BuiltinOptionsType.Dequantize] = [],
        [BuiltinOptionsType.MaximumMinimum] = [],
        [BuiltinOptionsType.PadV2] = [],
        [BuiltinOptionsType.TransposeConv] = [U8, I32, I32, U8, U8],
        [BuiltinOptionsType.ExpandDims] = [],
        [BuiltinOptionsType.Pack] = [I32, I32],
        [BuiltinOptionsType.LeakyRelu] = [F32],
        [BuiltinOptionsType.Quantize] = [],
        [BuiltinOptionsType.HardSwish] = [],
        [BuiltinOptionsType.BatchMatMul] = [U8, U8, U8],
    };

    /// <summary>The fields of a table; null for one that is not known, of which no field could be kept.</summary>
    public static IReadOnlyList<OptionField>? FieldsOf(BuiltinOptionsType type) => Tables.GetValueOrDefault(type);
}
