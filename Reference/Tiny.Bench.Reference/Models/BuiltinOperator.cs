namespace Tiny.Bench.Reference.Models;

/// <summary>Operator codes of the TFLite schema (<c>enum BuiltinOperator</c>) that have a kernel here; others keep their number.</summary>
public enum BuiltinOperator
{
    /// <summary>ADD.</summary>
    Add = 0,

    /// <summary>AVERAGE_POOL_2D.</summary>
    AveragePool2D = 1,

    /// <summary>CONCATENATION.</summary>
    Concatenation = 2,

    /// <summary>CONV_2D.</summary>
    Conv2D = 3,

    /// <summary>DEPTHWISE_CONV_2D.</summary>
    DepthwiseConv2D = 4,

    /// <summary>DEQUANTIZE.</summary>
    Dequantize = 6,

    /// <summary>FULLY_CONNECTED.</summary>
    FullyConnected = 9,

    /// <summary>LOGISTIC.</summary>
    Logistic = 14,

    /// <summary>MAX_POOL_2D.</summary>
    MaxPool2D = 17,

    /// <summary>MUL.</summary>
    Mul = 18,

    /// <summary>RELU.</summary>
    Relu = 19,

    /// <summary>RELU6.</summary>
    Relu6 = 21,

    /// <summary>RESHAPE.</summary>
    Reshape = 22,

    /// <summary>SOFTMAX.</summary>
    Softmax = 25,

    /// <summary>SVDF.</summary>
    Svdf = 27,

    /// <summary>TANH.</summary>
    Tanh = 28,

    /// <summary>CUSTOM.</summary>
    Custom = 32,

    /// <summary>PAD.</summary>
    Pad = 34,

    /// <summary>TRANSPOSE.</summary>
    Transpose = 39,

    /// <summary>MEAN.</summary>
    Mean = 40,

    /// <summary>SUB.</summary>
    Sub = 41,

    /// <summary>SQUEEZE.</summary>
    Squeeze = 43,

    /// <summary>STRIDED_SLICE.</summary>
    StridedSlice = 45,

    /// <summary>SPLIT.</summary>
    Split = 49,

    /// <summary>MAXIMUM.</summary>
    Maximum = 55,

    /// <summary>MINIMUM.</summary>
    Minimum = 57,

    /// <summary>PADV2.</summary>
    PadV2 = 60,

    /// <summary>TRANSPOSE_CONV.</summary>
    TransposeConv = 67,

    /// <summary>EXPAND_DIMS.</summary>
    ExpandDims = 70,

    /// <summary>SUM.</summary>
    Sum = 74,

    /// <summary>PACK.</summary>
    Pack = 83,

    /// <summary>LEAKY_RELU.</summary>
    LeakyRelu = 98,

    /// <summary>QUANTIZE.</summary>
    Quantize = 114,

    /// <summary>HARD_SWISH.</summary>
    HardSwish = 117,

    /// <summary>BATCH_MATMUL.</summary>
    BatchMatMul = 126,
}
