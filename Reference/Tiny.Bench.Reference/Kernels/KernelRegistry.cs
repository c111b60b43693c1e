using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Kernels;

/// <summary>Which kernel computes which operator code: to add an operator, add its line here.</summary>
internal static class KernelRegistry
{
    private static readonly Dictionary<BuiltinOperator, IKernel> Kernels = new()
    {
        [BuiltinOperator.Add] = new Add(),
        [BuiltinOperator.AveragePool2D] = new AveragePool2D(),
        [BuiltinOperator.BatchMatMul] = new BatchMatMul(),
        [BuiltinOperator.Concatenation] = new Concatenation(),
        [BuiltinOperator.Conv2D] = new Conv2D(),
        [BuiltinOperator.DepthwiseConv2D] = new DepthwiseConv2D(),
        [BuiltinOperator.Dequantize] = new Dequantize(),
        [BuiltinOperator.ExpandDims] = new Reshape(maximumInputs: 2),
        [BuiltinOperator.FullyConnected] = new FullyConnected(),
        [BuiltinOperator.HardSwish] = new HardSwish(),
        [BuiltinOperator.LeakyRelu] = new LeakyRelu(),
        [BuiltinOperator.Logistic] = new Logistic(),
        [BuiltinOperator.Maximum] = new Maximum(),
        [BuiltinOperator.MaxPool2D] = new MaxPool2D(),
        [BuiltinOperator.Mean] = new Mean(),
        [BuiltinOperator.Minimum] = new Minimum(),
        [BuiltinOperator.Mul] = new Mul(),
        [BuiltinOperator.Pack] = new Pack(),
        [BuiltinOperator.Pad] = new Pad(),
        [BuiltinOperator.PadV2] = new Pad(),
        [BuiltinOperator.Quantize] = new Quantize(),
        [BuiltinOperator.Relu] = new Relu(),
        [BuiltinOperator.Relu6] = new Relu6(),
        [BuiltinOperator.Reshape] = new Reshape(maximumInputs: 2),
        [BuiltinOperator.Softmax] = new Softmax(),
        [BuiltinOperator.Split] = new Split(),
        [BuiltinOperator.Squeeze] = new Reshape(maximumInputs: 1),
        [BuiltinOperator.StridedSlice] = new StridedSlice(),
        [BuiltinOperator.Sub] = new Sub(),
        [BuiltinOperator.Sum] = new Sum(),
        [BuiltinOperator.Svdf] = new Svdf(),
        [BuiltinOperator.Tanh] = new Tanh(),
        [BuiltinOperator.Transpose] = new Transpose(),
        [BuiltinOperator.TransposeConv] = new TransposeConv(),
    };

    /// <summary>The kernel of an operator code; null when there is none.</summary>
    public static IKernel? Find(BuiltinOperator code) => Kernels.GetValueOrDefault(code);
}
