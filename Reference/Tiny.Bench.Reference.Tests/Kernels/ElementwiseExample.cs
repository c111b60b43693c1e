using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Kernels;

/// <summary>Small operators with two operands from which their tests start.</summary>
internal static class ElementwiseExample
{
    public const int Activation = 0;

    /// <summary>int8 operands of one shape, all scales 1.</summary>
    public static OperatorBuilder Int8(BuiltinOperator code, sbyte[] first, sbyte[] second) => Create(
        code,
        TestTensor.Of([first.Length], first).Scaled(1),
        TestTensor.Of([second.Length], second).Scaled(1),
        TestTensor.Empty<sbyte>(first.Length).Scaled(1));

    /// <summary>Any operands.</summary>
    public static OperatorBuilder Create(BuiltinOperator code, TestTensor first, TestTensor second, TestTensor output) =>
        new(code, OptionsOf(code)) { Inputs = [first, second], Outputs = [output] };

    private static BuiltinOptionsType OptionsOf(BuiltinOperator code) => code switch
    {
        BuiltinOperator.Add => BuiltinOptionsType.Add,
        BuiltinOperator.Sub => BuiltinOptionsType.Sub,
        BuiltinOperator.Mul => BuiltinOptionsType.Mul,
        _ => BuiltinOptionsType.MaximumMinimum,
    };
}
