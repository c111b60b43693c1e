using System.Numerics;
using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Execution;
using Tiny.Bench.Reference.Kernels.Fast;

namespace Tiny.Bench.Reference.Kernels;

/// <summary>Binds an <see cref="IWeightedSum{TGeometry}"/> to its tensors: the one list of type combinations.</summary>
/// <remarks>
/// int8 activations sum in int32; int16 activations in the bias's width, int32 or int64 (spec section 12). int4 weights go where int8 ones do.
/// </remarks>
internal static class WeightedSum
{
    /// <summary>Checks bias, types and quantization; shapes of the rest are the kernel's to check.</summary>
    /// <param name="context">The operator.</param>
    /// <param name="tensors">Its tensors.</param>
    /// <param name="geometry">Handed to the kernel.</param>
    /// <param name="channels">Elements of the bias.</param>
    /// <param name="activation">The schema's fused activation.</param>
    /// <param name="products">Multiply-accumulates of one run.</param>
    /// <param name="otherSteps">Inner-loop steps beside those.</param>
    public static PreparedOperator Prepare<TKernel, TGeometry, TRounding>(
        OperatorContext context, WeightedTensors tensors, TGeometry geometry, int channels, int activation, long products, long otherSteps = 0)
        where TKernel : IWeightedSum<TGeometry>
        where TRounding : struct, IRounding
    {
        (Tensor input, Tensor filter, Tensor? bias, Tensor output) = tensors;
        if (bias is not null)
        {
            context.Require(
                bias.Shape.ElementCount == channels,
                $"tensor {bias.Index} has shape {bias.Shape}; expected {channels} elements, one for each output channel");
        }

        if (input.Type != output.Type)
            throw context.Unsupported(input, filter, bias, output);
        return (input.Type, Weights.IsSupported(filter), bias?.Type) switch
        {
            (TensorType.Float32, false, null or TensorType.Float32) when filter.Type == TensorType.Float32 => BindFloat32(),
            (TensorType.Int8, true, null or TensorType.Int32) => Bind<sbyte, int>(),
            (TensorType.Int16, true, null) when TKernel.IsWideWithoutBias => Bind<short, long>(),
            (TensorType.Int16, true, null or TensorType.Int32) => Bind<short, int>(),
            (TensorType.Int16, true, TensorType.Int64) => Bind<short, long>(),
            _ => throw context.Unsupported(input, filter, bias, output),
        };

        PreparedOperator BindFloat32()
        {
            (float Minimum, float Maximum) range = FusedActivation.FloatRange(context, activation);
            return new PreparedOperator(
                () => TKernel.Run(
                    geometry, range, input.Read<float>(), filter.Read<float>(), Tensor.ReadOptional<float>(bias), output.Write<float>()),
                products,
                otherSteps);
        }

        PreparedOperator Bind<TActivation, TAccumulator>()
            where TActivation : unmanaged, IBinaryInteger<TActivation>
            where TAccumulator : unmanaged, IBinaryInteger<TAccumulator>
        {
            Requantization codes = TKernel.PrepareCodes(
                context, tensors, geometry, activation, wideAccumulator: typeof(TAccumulator) == typeof(long));
            var weights = Weights.Prepare(context, filter);
            IFastKernel<TActivation>? fast = TryPack<TActivation, TAccumulator>(codes, weights);
            Action invoke = fast is null
                ? () => TKernel.Run<TActivation, TAccumulator, TRounding>(
                    geometry, codes, input.Read<TActivation>(), weights.Values, Tensor.ReadOptional<TAccumulator>(bias), output.Write<TActivation>())
                : () => fast.Run(input.Read<TActivation>(), output.Write<TActivation>());
            return new PreparedOperator(invoke, products, otherSteps)
            {
                Parameters = input.Type == TensorType.Int8 ? TKernel.Lower(tensors, geometry, codes) : null,
                Kernel = fast?.Name ?? PreparedOperator.PlainKernel,
            };
        }

        // Only constants can be packed.
        IFastKernel<TActivation>? TryPack<TActivation, TAccumulator>(Requantization codes, Weights weights)
            where TActivation : unmanaged, IBinaryInteger<TActivation>
            where TAccumulator : unmanaged, IBinaryInteger<TAccumulator> =>
            Tiers.Allow(context.Kernels) && filter.IsConstant && (bias is null || bias.IsConstant)
                ? TKernel.TryPack<TActivation, TAccumulator, TRounding>(
                    geometry, codes, weights.Values, Tensor.ReadOptional<TAccumulator>(bias), context.PackingMemory)
                : null;
    }
}
