using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Quantizing;

/// <summary>The version that the schema gives an operator with quantized tensors: a runtime that does not know it refuses the model.</summary>
/// <remarks>Source: tflite versioning/op_version.cc, GetBuiltinOperatorVersion.</remarks>
internal static class OperatorVersions
{
    /// <summary>The version.</summary>
    /// <param name="model">The operator.</param>
    /// <param name="activations">Its activations.</param>
    /// <param name="weights">Its weights; null for an operator without.</param>
    /// <param name="largestRank">Of its activations.</param>
    public static int Of(ModelOperator model, TensorType activations, TensorType? weights, int largestRank) => model.Code switch
    {
        BuiltinOperator.Conv2D => (activations, weights) switch
        {
            (TensorType.Int16, _) => 1,
            (_, TensorType.Int4) => 7,
            _ => 3,
        },
        BuiltinOperator.DepthwiseConv2D => (activations, weights) switch
        {
            (TensorType.Int16, _) => model.Options.Int32(5, 1) != 1 || model.Options.Int32(6, 1) != 1 ? 2 : 1,
            (_, TensorType.Int4) => 7,
            _ => 3,
        },
        BuiltinOperator.FullyConnected => FullyConnected(model, activations, weights),
        BuiltinOperator.TransposeConv => model.Inputs.Count == 4 ? 3 : 2,
        BuiltinOperator.Add => activations == TensorType.Int16 ? 3 : 2,
        BuiltinOperator.Sub => activations == TensorType.Int16 ? 5 : 2,
        BuiltinOperator.Mul => activations == TensorType.Int16 ? 4 : 2,
        BuiltinOperator.BatchMatMul => activations == TensorType.Int16 ? 3 : 2,
        BuiltinOperator.Maximum or BuiltinOperator.Minimum => activations == TensorType.Int16 ? 4 : 2,
        BuiltinOperator.Transpose => activations == TensorType.Int16 ? 5 : largestRank > 4 ? 4 : 2,
        BuiltinOperator.Pad or BuiltinOperator.PadV2 => largestRank > 4 ? 4 : activations == TensorType.Int16 ? 3 : 2,
        BuiltinOperator.StridedSlice => model.Options.Int32(2, 0) != 0 || model.Options.Int32(3, 0) != 0 ? 6 : largestRank > 4 ? 4 : 2,
        BuiltinOperator.Split => activations == TensorType.Int16 ? 4 : 2,
        BuiltinOperator.LeakyRelu => activations == TensorType.Int16 ? 2 : 1,
        BuiltinOperator.Quantize => activations == TensorType.Int16 ? 2 : 1,
        BuiltinOperator.AveragePool2D or BuiltinOperator.MaxPool2D or BuiltinOperator.Softmax or BuiltinOperator.Mean or BuiltinOperator.Relu
            or BuiltinOperator.Relu6 or BuiltinOperator.Logistic or BuiltinOperator.Tanh or BuiltinOperator.Concatenation
            or BuiltinOperator.Pack or BuiltinOperator.Sum => activations == TensorType.Int16 ? 3 : 2,
        _ => 1,
    };

    private static int FullyConnected(ModelOperator model, TensorType activations, TensorType? weights)
    {
        const int KeepsDimensions = 2;
        if (model.Inputs.Count == 2)
            return 6;
        if (model.Options.Bool(KeepsDimensions, false))
            return 5;
        if (activations == TensorType.Int16)
            return 1;
        return weights == TensorType.Int4 ? 10 : 4;
    }
}
