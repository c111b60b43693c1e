using System.Numerics;
using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Execution;
using Tiny.Bench.Reference.Kernels.Fast;

namespace Tiny.Bench.Reference.Kernels;

/// <summary>MEAN over some axes; int8, int16 and binary32.</summary>
/// <remarks>Source: tflite reference/reduce.h, QuantizedMeanOrSum; spec section 10. There is no other path for the axes of an image.</remarks>
public sealed partial class Mean : IKernel
{
    /// <summary>Computes all outputs.</summary>
    /// <param name="reduction">Which inputs each output covers.</param>
    /// <param name="inputZeroPoint">Code of real zero in the input.</param>
    /// <param name="factor">Input scale over output scale; the division by the count is made part of it.</param>
    /// <param name="outputZeroPoint">Code of real zero in the output.</param>
    /// <param name="input">The tensor to reduce.</param>
    /// <param name="output">One element per group of inputs.</param>
    public static void Run<T, TRounding>(
        Reduction reduction, int inputZeroPoint, QuantizedMultiplier factor, int outputZeroPoint, ReadOnlySpan<T> input, Span<T> output)
        where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
        where TRounding : struct, IRounding =>
        Sum.Run<T, TRounding>(reduction, inputZeroPoint, Divide(factor, reduction.Count), outputZeroPoint, input, output);

    /// <summary>Computes all outputs in binary32: the sum in row-major order, then one division.</summary>
    public static void Run(Reduction reduction, ReadOnlySpan<float> input, Span<float> output)
    {
        for (int i = 0; i < reduction.OutputCount; i++)
        {
            float sum = 0;
            for (int element = 0; element < reduction.Count; element++)
                sum += input[reduction.InputIndex(i, element)];
            output[i] = sum / reduction.Count;
        }
    }

    PreparedOperator IKernel.Prepare<TRounding>(OperatorContext context)
    {
        context.RequireArity(2, 2);
        Tensor input = context.Input(0), output = context.Output();
        switch (input.Type)
        {
            case TensorType.Float32:
                Reduction real = Reduction.Prepare(context, largestDifference: 0);
                return new PreparedOperator(() => Run(real, input.Read<float>(), output.Write<float>()));
            case TensorType.Int8:
                return Bind<sbyte>(Reduction.Prepare(context, largestDifference: byte.MaxValue));
            case TensorType.Int16:
                return Bind<short>(Reduction.Prepare(context, largestDifference: -short.MinValue));
            default:
                throw context.Unsupported(input, output);
        }

        PreparedOperator Bind<T>(Reduction reduction)
            where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
        {
            (float inputScale, int inputZeroPoint) = context.RequirePerTensor(input);
            (float outputScale, int outputZeroPoint) = context.RequirePerTensor(output);
            QuantizedMultiplier factor = context.RequireMultiplier(ScaleFactors.Quotient(inputScale, outputScale));
            IFastKernel<sbyte>? fast = typeof(T) == typeof(sbyte) && Tiers.Allow(context.Kernels)
                ? TryPack<TRounding>(reduction, inputZeroPoint, factor, outputZeroPoint, context.PackingMemory)
                : null;
            Action invoke = fast is null
                ? () => Run<T, TRounding>(reduction, inputZeroPoint, factor, outputZeroPoint, input.Read<T>(), output.Write<T>())
                : () => fast.Run(input.Read<sbyte>(), output.Write<sbyte>());
            return new PreparedOperator(invoke) { Kernel = fast?.Name ?? PreparedOperator.PlainKernel };
        }
    }

    // The factor over the count, truncated; shifted first to keep its bits, as far as the final shift stays at -31 or above.
    private static QuantizedMultiplier Divide(QuantizedMultiplier factor, int count)
    {
        int shift = Math.Min(BitOperations.Log2((uint)count), 31 + factor.Shift);
        return new QuantizedMultiplier((int)(((long)factor.Multiplier << shift) / count), factor.Shift - shift);
    }
}
