using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Quantizing;

/// <summary>The operators that can be quantized: to add one, add its line here.</summary>
/// <remarks>
/// Source: tflite operator_property.cc, GetOperatorProperty, but for RELU6, whose TFLM kernel does not rescale and so needs one scale.
/// Weights of FULLY_CONNECTED have one scale: TFLM's kernel reads int4 weights no other way (fully_connected_common.cc,
/// CalculateOpDataFullyConnected), and official models have it so.
/// </remarks>
internal static class OperatorRules
{
    private static readonly OperatorRule Free = new();
    private static readonly OperatorRule Shared = new() { SharesScale = true };

    private static readonly Dictionary<BuiltinOperator, OperatorRule> Rules = new()
    {
        [BuiltinOperator.Conv2D] = new() { Weights = 1, Bias = 2, ChannelAxis = 0, Fusing = (BuiltinOptionsType.Conv2D, 3) },
        [BuiltinOperator.DepthwiseConv2D] = new() { Weights = 1, Bias = 2, ChannelAxis = 3, Fusing = (BuiltinOptionsType.DepthwiseConv2D, 4) },
        [BuiltinOperator.TransposeConv] = new() { Weights = 1, Bias = 3, ChannelAxis = 0 },
        [BuiltinOperator.FullyConnected] = new() { Weights = 1, Bias = 2, Fusing = (BuiltinOptionsType.FullyConnected, 0) },
        [BuiltinOperator.Add] = new() { Fusing = (BuiltinOptionsType.Add, 0) },
        [BuiltinOperator.Sub] = new() { Fusing = (BuiltinOptionsType.Sub, 0) },
        [BuiltinOperator.Mul] = new() { Fusing = (BuiltinOptionsType.Mul, 0) },
        [BuiltinOperator.BatchMatMul] = Free,
        [BuiltinOperator.Mean] = Free,
        [BuiltinOperator.Relu] = Free,
        [BuiltinOperator.AveragePool2D] = Shared,
        [BuiltinOperator.Concatenation] = Shared,
        [BuiltinOperator.ExpandDims] = Shared,
        [BuiltinOperator.Maximum] = Shared,
        [BuiltinOperator.MaxPool2D] = Shared,
        [BuiltinOperator.Minimum] = Shared,
        [BuiltinOperator.Pack] = Shared,
        [BuiltinOperator.Pad] = Shared,
        [BuiltinOperator.PadV2] = Shared,
        [BuiltinOperator.Relu6] = Shared,
        [BuiltinOperator.Reshape] = Shared,
        [BuiltinOperator.Split] = Shared,
        [BuiltinOperator.Squeeze] = Shared,
        [BuiltinOperator.StridedSlice] = Shared,
        [BuiltinOperator.Transpose] = Shared,
        [BuiltinOperator.Logistic] = Fixed(1f / 256, -128, 1f / 32768),
        [BuiltinOperator.Softmax] = Fixed(1f / 256, -128, 1f / 32768),
        [BuiltinOperator.Tanh] = Fixed(1f / 128, 0, 1f / 32768),
    };

    /// <summary>The rule of an operator.</summary>
    /// <exception cref="UnsupportedOperatorException">There is none.</exception>
    public static OperatorRule Of(ModelOperator model, string source) =>
        model.CustomName is null && Rules.TryGetValue(model.Code, out OperatorRule? rule)
            ? rule
            : throw new UnsupportedOperatorException($"{source}, operator {model.Index} ({model.Name})", "cannot be quantized");

    private static OperatorRule Fixed(float scale, int zeroPoint, float scaleInt16) => new()
    {
        Int8Output = new Quantization([scale], [zeroPoint], 0),
        Int16Output = new Quantization([scaleInt16], [0], 0),
    };
}
