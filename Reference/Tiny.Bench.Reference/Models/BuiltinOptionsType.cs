namespace Tiny.Bench.Reference.Models;

/// <summary>Members of the schema's <c>BuiltinOptions</c> union that a kernel here reads; others keep their number.</summary>
public enum BuiltinOptionsType : byte
{
    /// <summary>No options table.</summary>
    None = 0,

    /// <summary>Table <c>Conv2DOptions</c>.</summary>
    Conv2D = 1,

    /// <summary>Table <c>DepthwiseConv2DOptions</c>.</summary>
    DepthwiseConv2D = 2,

    /// <summary>Table <c>Pool2DOptions</c>.</summary>
    Pool2D = 5,

    /// <summary>Table <c>SvdfOptions</c>.</summary>
    Svdf = 6,

    /// <summary>Table <c>FullyConnectedOptions</c>.</summary>
    FullyConnected = 8,

    /// <summary>Table <c>SoftmaxOptions</c>.</summary>
    Softmax = 9,

    /// <summary>Table <c>ConcatenationOptions</c>.</summary>
    Concatenation = 10,

    /// <summary>Table <c>AddOptions</c>.</summary>
    Add = 11,

    /// <summary>Table <c>ReshapeOptions</c>.</summary>
    Reshape = 17,

    /// <summary>Table <c>MulOptions</c>.</summary>
    Mul = 21,

    /// <summary>Table <c>PadOptions</c>.</summary>
    Pad = 22,

    /// <summary>Table <c>TransposeOptions</c>.</summary>
    Transpose = 26,

    /// <summary>Table <c>ReducerOptions</c>.</summary>
    Reducer = 27,

    /// <summary>Table <c>SubOptions</c>.</summary>
    Sub = 28,

    /// <summary>Table <c>SqueezeOptions</c>.</summary>
    Squeeze = 30,

    /// <summary>Table <c>StridedSliceOptions</c>.</summary>
    StridedSlice = 32,

    /// <summary>Table <c>SplitOptions</c>.</summary>
    Split = 35,

    /// <summary>Table <c>DequantizeOptions</c>.</summary>
    Dequantize = 38,

    /// <summary>Table <c>MaximumMinimumOptions</c>.</summary>
    MaximumMinimum = 39,

    /// <summary>Table <c>PadV2Options</c>.</summary>
    PadV2 = 43,

    /// <summary>Table <c>TransposeConvOptions</c>.</summary>
    TransposeConv = 49,

    /// <summary>Table <c>ExpandDimsOptions</c>.</summary>
    ExpandDims = 52,

    /// <summary>Table <c>PackOptions</c>.</summary>
    Pack = 59,

    /// <summary>Table <c>LeakyReluOptions</c>.</summary>
    LeakyRelu = 75,

    /// <summary>Table <c>QuantizeOptions</c>.</summary>
    Quantize = 89,

    /// <summary>Table <c>HardSwishOptions</c>.</summary>
    HardSwish = 91,

    /// <summary>Table <c>BatchMatMulOptions</c>.</summary>
    BatchMatMul = 101,
}
