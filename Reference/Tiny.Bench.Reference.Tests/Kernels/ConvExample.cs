using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Kernels;

/// <summary>The smallest convolution with padding, from which the tests of what all window operators share start.</summary>
internal static class ConvExample
{
    public const int PaddingRule = 0, StrideWidth = 1, StrideHeight = 2, Activation = 3, DilationWidth = 4, DilationHeight = 5;
    public const int Same = 0, Valid = 1;

    /// <summary>Image [1 2; 3 4], a 2x2 filter of ones, SAME padding, all scales 1: [10 6; 7 4].</summary>
    public static OperatorBuilder Int8() => Create(
        TestTensor.Of<sbyte>([1, 2, 2, 1], 1, 2, 3, 4).Scaled(1),
        TestTensor.Of<sbyte>([1, 2, 2, 1], 1, 1, 1, 1).Scaled(1).Constant(),
        bias: null,
        TestTensor.Empty<sbyte>(1, 2, 2, 1).Scaled(1));

    /// <summary>The same in binary32.</summary>
    public static OperatorBuilder Float32() => Create(
        TestTensor.Of<float>([1, 2, 2, 1], 1, 2, 3, 4),
        TestTensor.Of<float>([1, 2, 2, 1], 1, 1, 1, 1).Constant(),
        bias: null,
        TestTensor.Empty<float>(1, 2, 2, 1));

    /// <summary>Any convolution of stride 1.</summary>
    public static OperatorBuilder Create(TestTensor input, TestTensor filter, TestTensor? bias, TestTensor output) =>
        new(BuiltinOperator.Conv2D, BuiltinOptionsType.Conv2D)
        {
            Inputs = [input, filter, bias],
            Outputs = [output],
            Options = { [PaddingRule] = Same, [StrideWidth] = 1, [StrideHeight] = 1 },
        };
}
