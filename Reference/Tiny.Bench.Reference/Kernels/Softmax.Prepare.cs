using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Execution;
using Tiny.Bench.Reference.Kernels.Fast;
using Tiny.Bench.Reference.Models;
using Tiny.Bench.Reference.Plans.Operators;

namespace Tiny.Bench.Reference.Kernels;

/// <content>Binding to a model. Input: logits.</content>
public sealed partial class Softmax
{
    /// <summary>Longest row of 8-bit codes.</summary>
    internal const int MaximumColumnsInt8 = 4095;

    /// <summary>Longest row of int16 codes.</summary>
    internal const int MaximumColumnsInt16 = 65535;

    private static readonly short[] ExpTable = LookupTable16.CreateExp();
    private static readonly short[] ReciprocalTable = LookupTable16.CreateReciprocal();

    PreparedOperator IKernel.Prepare<TRounding>(OperatorContext context)
    {
        (Tensor input, Tensor output) = context.RequireUnary();
        Shape shape = input.Shape;
        context.Require(shape.Rank >= 1 && shape[^1] >= 1, $"tensor {input.Index} has shape {shape}; expected rows of at least one element");
        int rows = shape.RowCount, columns = shape[^1];
        float beta = context.Options(BuiltinOptionsType.Softmax).Float32(0, 0);

        switch (input.Type, output.Type)
        {
            case (TensorType.Float32, TensorType.Float32):
                return new PreparedOperator(() => Run(rows, columns, beta, input.Read<float>(), output.Write<float>()));

            case (TensorType.Int8, TensorType.Int8):
                context.RequireOutputQuantization(output, 1f / 256, sbyte.MinValue, tolerance: 0);
                SoftmaxCodes codes = RequireCodes(context, input, beta);
                if (context.Softmax == SoftmaxRule.TruncatingFloat)
                {
                    float factor = (float)Math.Min(beta * (double)context.RequirePerTensor(input).Scale, float.MaxValue);
                    return new PreparedOperator(() => RunTruncating(rows, columns, factor, input.Read<sbyte>(), output.Write<sbyte>()));
                }

                IFastKernel<sbyte>? fast = Tiers.Allow(context.Kernels) ? TryPack(rows, columns, codes, context.PackingMemory) : null;
                Action invoke = fast is null
                    ? () => Run(rows, columns, codes, input.Read<sbyte>(), output.Write<sbyte>())
                    : () => fast.Run(input.Read<sbyte>(), output.Write<sbyte>());
                return new PreparedOperator(invoke)
                {
                    Parameters = new SoftmaxParameters(rows, columns, codes),
                    Kernel = fast?.Name ?? PreparedOperator.PlainKernel,
                };

            case (TensorType.Int8, TensorType.Int16):
                context.RequireOutputQuantization(output, 1f / 65536, short.MinValue);
                SoftmaxCodes codesForInt16 = RequireCodes(context, input, beta);
                return new PreparedOperator(() => Run(rows, columns, codesForInt16, input.Read<sbyte>(), output.Write<short>()));

            case (TensorType.Int16, TensorType.Int16):
                context.RequireOutputQuantization(output, 1f / 32768, 0);
                RequireColumns(context, input, MaximumColumnsInt16);
                QuantizedMultiplier multiplier = context.RequireMultiplier(
                    (double)context.RequirePerTensor(input).Scale * (double)beta / RealPerCodeInt16);
                return new PreparedOperator(
                    () => RunInt16(rows, columns, multiplier, ExpTable, ReciprocalTable, input.Read<short>(), output.Write<short>()));

            default:
                throw context.Unsupported(input, output);
        }
    }

    private static SoftmaxCodes RequireCodes(OperatorContext context, Tensor input, float beta)
    {
        RequireColumns(context, input, MaximumColumnsInt8);
        double scale = context.RequirePerTensor(input).Scale;
        context.Require(scale * beta > SoftmaxCodes.SmallestFactor, $"input scale {scale} times beta {beta} is too small; expected more than 2^-26");
        return SoftmaxCodes.FromScale(scale, beta);
    }

    private static void RequireColumns(OperatorContext context, Tensor input, int maximum) =>
        context.Require(
            input.Shape[^1] <= maximum,
            $"tensor {input.Index} has rows of {input.Shape[^1]} elements; expected at most {maximum}, or the sum of the exponentials may overflow");
}
