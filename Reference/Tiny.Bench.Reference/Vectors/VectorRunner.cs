using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Kernels;
using Tiny.Bench.Reference.Vectors.Operations;

namespace Tiny.Bench.Reference.Vectors;

/// <summary>Runs cases through the kernels in one dialect and compares every element.</summary>
/// <param name="dialect">The rounding.</param>
/// <param name="kernels">The kernels; the plain ones compute what the others have no form for.</param>
public sealed class VectorRunner(Dialect dialect, KernelSet kernels = KernelSet.Plain)
{
    private static readonly Dictionary<string, VectorOperation> Operations = new(StringComparer.Ordinal)
    {
        ["add"] = new AddCase(),
        ["average_pool2d"] = new AveragePool2DCase(),
        ["batch_matmul"] = new BatchMatMulCase(),
        ["concatenation"] = new ConcatenationCase(),
        ["conv2d"] = new Conv2DCase(),
        ["depthwise_conv2d"] = new DepthwiseConv2DCase(),
        ["dequantize"] = new DequantizeCase(),
        ["fully_connected"] = new FullyConnectedCase(),
        ["hard_swish"] = new HardSwishCase(),
        ["leaky_relu"] = new LeakyReluCase(),
        ["logistic"] = new LogisticCase(),
        ["lstm_unidirectional"] = new LstmCase(),
        ["max_pool2d"] = new MaxPool2DCase(),
        ["maximum"] = new MaximumCase(),
        ["mbqm_int32"] = new RequantizeInt32Case(),
        ["mbqm_int64"] = new RequantizeInt64Case(),
        ["mean"] = new MeanCase(),
        ["minimum"] = new MinimumCase(),
        ["mul"] = new MulCase(),
        ["network"] = new NetworkCase(),
        ["pack"] = new PackCase(),
        ["pad"] = new PadCase(),
        ["prepare"] = new PrepareCase(),
        ["quantize"] = new QuantizeCase(),
        ["quantize_multiplier"] = new QuantizeMultiplierCase(),
        ["relu"] = new ReluCase(),
        ["relu6"] = new Relu6Case(),
        ["requantize"] = new RequantizeCase(),
        ["reshape"] = new ReshapeCase(),
        ["softmax"] = new SoftmaxCase(),
        ["softmax_prep"] = new SoftmaxPrepareCase(),
        ["split"] = new SplitCase(),
        ["strided_slice"] = new StridedSliceCase(),
        ["sub"] = new SubCase(),
        ["sum"] = new SumCase(),
        ["svdf"] = new SvdfCase(),
        ["tanh"] = new TanhCase(),
        ["transpose"] = new TransposeCase(),
        ["transpose_conv2d"] = new TransposeConv2DCase(),
        ["window_prep"] = new WindowPrepareCase(),
    };

    /// <summary>Runs one case.</summary>
    /// <exception cref="VectorFormatException">The case contradicts itself.</exception>
    public VectorResult Run(VectorCase vectorCase)
    {
        try
        {
            Array computed = Compute(vectorCase);
            return VectorResult.Compare(vectorCase, VectorTensor.Of(vectorCase.Id, new Shape(computed.Length), computed));
        }
        catch (UnsupportedVectorException e)
        {
            return VectorResult.Unsupported(vectorCase, e.Problem);
        }
    }

    /// <summary>The case with the output that the kernels compute in this dialect for its expected one.</summary>
    /// <exception cref="VectorFormatException">The case contradicts itself.</exception>
    /// <exception cref="UnsupportedVectorException">No kernel computes it.</exception>
    public VectorCase Answer(VectorCase vectorCase) =>
        vectorCase.WithOutput(VectorTensor.Of(vectorCase.Id, vectorCase.Output.Shape, Compute(vectorCase)));

    /// <summary>The computed output of a case.</summary>
    internal Array Compute(VectorCase vectorCase) =>
        dialect.Apply(new Computation(Find(vectorCase, vectorCase.Operation), vectorCase, kernels));

    /// <summary>How an operation is computed.</summary>
    /// <exception cref="UnsupportedVectorException">It is not in the table above.</exception>
    internal static VectorOperation Find(VectorCase vectorCase, string operation) =>
        Operations.TryGetValue(operation, out VectorOperation? found)
            ? found
            : throw new UnsupportedVectorException(vectorCase.Id, $"there is no kernel for the operation {operation}");

    /// <summary>The case as one operator of a plan; null where a plan has no form for it.</summary>
    /// <exception cref="VectorFormatException">The case contradicts itself.</exception>
    internal static LoweredCase? TryLower(VectorCase vectorCase) =>
        Operations.TryGetValue(vectorCase.Operation, out VectorOperation? operation) ? operation.Lower(vectorCase) : null;

    private sealed class Computation(VectorOperation operation, VectorCase vectorCase, KernelSet kernels) : IRoundingUser<Array>
    {
        public Array Use<TRounding>()
            where TRounding : struct, IRounding => operation.Compute<TRounding>(vectorCase, kernels);
    }
}
