using Tiny.Bench.Reference.Kernels;
using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Vectors;

/// <summary>The shipped vectors against the operator table of Reference/README.md: no operator and no integer type without a case.</summary>
public sealed class VectorCoverageTests
{
    private const string Movement = "INT8 INT16 INT32";

    private static readonly Lazy<VectorSuite> Suite = new(() => VectorSuite.Open(ShippedVectors.Folder));

    private static readonly Dictionary<BuiltinOperator, (string Operation, string InputTypes)> Wanted = new()
    {
        [BuiltinOperator.Add] = ("add", "INT8 INT16"),
        [BuiltinOperator.AveragePool2D] = ("average_pool2d", "INT8 INT16"),
        [BuiltinOperator.BatchMatMul] = ("batch_matmul", "INT8 INT16"),
        [BuiltinOperator.Concatenation] = ("concatenation", Movement),
        [BuiltinOperator.Conv2D] = ("conv2d", "INT8 INT16"),
        [BuiltinOperator.DepthwiseConv2D] = ("depthwise_conv2d", "INT8 INT16"),
        [BuiltinOperator.Dequantize] = ("dequantize", "INT8 UINT8 INT16"),
        [BuiltinOperator.ExpandDims] = ("reshape", Movement + " INT64"),
        [BuiltinOperator.FullyConnected] = ("fully_connected", "INT8 INT16"),
        [BuiltinOperator.HardSwish] = ("hard_swish", "INT8"),
        [BuiltinOperator.LeakyRelu] = ("leaky_relu", "INT8 INT16"),
        [BuiltinOperator.Logistic] = ("logistic", "INT8"),
        [BuiltinOperator.Maximum] = ("maximum", Movement),
        [BuiltinOperator.MaxPool2D] = ("max_pool2d", "INT8 INT16"),
        [BuiltinOperator.Mean] = ("mean", "INT8 INT16"),
        [BuiltinOperator.Minimum] = ("minimum", Movement),
        [BuiltinOperator.Mul] = ("mul", "INT8 INT16"),
        [BuiltinOperator.Pack] = ("pack", "INT8 INT32"),
        [BuiltinOperator.Pad] = ("pad", Movement),
        [BuiltinOperator.PadV2] = ("pad", Movement),
        [BuiltinOperator.Quantize] = ("requantize", "INT8 UINT8 INT16"),
        [BuiltinOperator.Relu] = ("relu", "INT8"),
        [BuiltinOperator.Relu6] = ("relu6", "INT8"),
        [BuiltinOperator.Reshape] = ("reshape", Movement + " INT64"),
        [BuiltinOperator.Softmax] = ("softmax", "INT8 UINT8 INT16"),
        [BuiltinOperator.Split] = ("split", "INT8 INT16"),
        [BuiltinOperator.Squeeze] = ("reshape", Movement + " INT64"),
        [BuiltinOperator.StridedSlice] = ("strided_slice", Movement),
        [BuiltinOperator.Sub] = ("sub", "INT8 INT16"),
        [BuiltinOperator.Sum] = ("sum", "INT8"),
        [BuiltinOperator.Svdf] = ("svdf", "INT8"),
        [BuiltinOperator.Tanh] = ("tanh", "INT8"),
        [BuiltinOperator.Transpose] = ("transpose", Movement),
        [BuiltinOperator.TransposeConv] = ("transpose_conv2d", "INT8 INT16"),
    };

    public static TheoryData<BuiltinOperator> Operators =>
        [.. Enum.GetValues<BuiltinOperator>().Where(code => KernelRegistry.Find(code) is not null)];

    [Theory]
    [MemberData(nameof(Operators))]
    public void Every_operator_has_cases_of_each_integer_type(BuiltinOperator code)
    {
        (string operation, string types) = Wanted[code];
        IEnumerable<string> covered = Suite.Value.Cases.Where(vectorCase => vectorCase.Operation == operation).Select(InputType);
        Assert.Superset(types.Split(' ').ToHashSet(StringComparer.Ordinal), covered.ToHashSet(StringComparer.Ordinal));
    }

    private static string InputType(VectorCase vectorCase) => vectorCase.Tensors
        .First(tensor => tensor.Key.StartsWith("input", StringComparison.Ordinal) || tensor.Key == "lhs")
        .Value.Type.SchemaName();
}
