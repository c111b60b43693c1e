using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Kernels;

/// <summary>Small pools from which the tests of both kinds start.</summary>
internal static class PoolExample
{
    public const int PaddingRule = 0, StrideWidth = 1, StrideHeight = 2, FilterWidth = 3, FilterHeight = 4, Activation = 5;
    public const int Same = 0, Valid = 1;

    /// <summary>One window over two neighbours.</summary>
    public static OperatorBuilder Pair(BuiltinOperator code, sbyte first, sbyte second) => new(code, BuiltinOptionsType.Pool2D)
    {
        Inputs = [TestTensor.Of([1, 1, 2, 1], first, second).Scaled(1)],
        Outputs = [TestTensor.Empty<sbyte>(1, 1, 1, 1).Scaled(1)],
        Options = { [PaddingRule] = Valid, [StrideWidth] = 1, [StrideHeight] = 1, [FilterWidth] = 2, [FilterHeight] = 1 },
    };

    /// <summary>SAME padding and stride 1 over a 2x2 image, zeros unless given.</summary>
    public static OperatorBuilder Square(BuiltinOperator code, int filter, params sbyte[] image) => new(code, BuiltinOptionsType.Pool2D)
    {
        Inputs = [TestTensor.Of([1, 2, 2, 1], image.Length == 0 ? new sbyte[4] : image).Scaled(1)],
        Outputs = [TestTensor.Empty<sbyte>(1, 2, 2, 1).Scaled(1)],
        Options = { [PaddingRule] = Same, [StrideWidth] = 1, [StrideHeight] = 1, [FilterWidth] = filter, [FilterHeight] = filter },
    };
}
