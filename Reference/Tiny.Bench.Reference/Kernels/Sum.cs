using System.Numerics;
using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Execution;

namespace Tiny.Bench.Reference.Kernels;

/// <summary>SUM over some axes; int8.</summary>
/// <remarks>Source: tflite reference/reduce.h, QuantizedMeanOrSum; spec section 10.</remarks>
public sealed class Sum : IKernel
{
    /// <summary>Computes all outputs.</summary>
    /// <param name="reduction">Which inputs each output covers.</param>
    /// <param name="inputZeroPoint">Code of real zero in the input.</param>
    /// <param name="factor">Input scale over output scale.</param>
    /// <param name="outputZeroPoint">Code of real zero in the output.</param>
    /// <param name="input">The tensor to reduce.</param>
    /// <param name="output">One element per group of inputs.</param>
    public static void Run<T, TRounding>(
        Reduction reduction, int inputZeroPoint, QuantizedMultiplier factor, int outputZeroPoint, ReadOnlySpan<T> input, Span<T> output)
        where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
        where TRounding : struct, IRounding
    {
        for (int i = 0; i < reduction.OutputCount; i++)
        {
            int sum = 0;
            for (int element = 0; element < reduction.Count; element++)
                sum += int.CreateTruncating(input[reduction.InputIndex(i, element)]) - inputZeroPoint;
            output[i] = T.CreateSaturating(TRounding.Requantize(sum, factor) + outputZeroPoint);
        }
    }

    PreparedOperator IKernel.Prepare<TRounding>(OperatorContext context)
    {
        context.RequireArity(2, 2);
        Tensor input = context.Input(0), output = context.Output();
        if (input.Type != TensorType.Int8)
            throw context.Unsupported(input, output);

        Reduction reduction = Reduction.Prepare(context, largestDifference: byte.MaxValue);
        (float inputScale, int inputZeroPoint) = context.RequirePerTensor(input);
        (float outputScale, int outputZeroPoint) = context.RequirePerTensor(output);
        QuantizedMultiplier factor = context.RequireMultiplier(ScaleFactors.Quotient(inputScale, outputScale));
        return new PreparedOperator(
            () => Run<sbyte, TRounding>(reduction, inputZeroPoint, factor, outputZeroPoint, input.Read<sbyte>(), output.Write<sbyte>()));
    }
}
