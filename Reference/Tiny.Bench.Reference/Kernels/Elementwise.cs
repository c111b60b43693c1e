using System.Numerics;
using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Execution;
using Tiny.Bench.Reference.Kernels.Fast;
using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Kernels;

/// <summary>Binds an <see cref="IElementwise{TCodes}"/> to a model. Inputs: both operands; options: fused activation as field 0.</summary>
internal static class Elementwise
{
    /// <summary>Checks the operator.</summary>
    public static PreparedOperator Prepare<TKernel, TCodes, TRounding>(OperatorContext context, BuiltinOptionsType optionsType)
        where TKernel : IElementwise<TCodes>
        where TRounding : struct, IRounding
    {
        context.RequireArity(2, 2);
        Tensor input1 = context.Input(0), input2 = context.Input(1), output = context.Output();
        var shapes = Broadcast.Prepare(context, input1, input2, output);
        int activation = context.Options(optionsType).Byte(0, 0);

        return (input1.Type, input2.Type, output.Type) switch
        {
            (TensorType.Float32, TensorType.Float32, TensorType.Float32) => BindFloat32(),
            (TensorType.Int8, TensorType.Int8, TensorType.Int8) => Bind<sbyte>(),
            (TensorType.Int16, TensorType.Int16, TensorType.Int16) => Bind<short>(),
            _ => throw context.Unsupported(input1, input2, output),
        };

        PreparedOperator BindFloat32()
        {
            (float Minimum, float Maximum) range = FusedActivation.FloatRange(context, activation);
            return new PreparedOperator(() => TKernel.Run(shapes, range, input1.Read<float>(), input2.Read<float>(), output.Write<float>()));
        }

        PreparedOperator Bind<T>()
            where T : unmanaged, IBinaryInteger<T>
        {
            TCodes codes = TKernel.PrepareCodes(context, input1, input2, output, activation);
            IFastPair? fast = typeof(T) == typeof(sbyte) && Tiers.Allow(context.Kernels) ? TKernel.TryPack<TRounding>(shapes, codes, context.PackingMemory) : null;
            Action invoke = fast is null
                ? () => TKernel.Run<T, TRounding>(shapes, codes, input1.Read<T>(), input2.Read<T>(), output.Write<T>())
                : () => fast.Run(input1.Read<sbyte>(), input2.Read<sbyte>(), output.Write<sbyte>());
            return new PreparedOperator(invoke)
            {
                Parameters = output.Type == TensorType.Int8 ? TKernel.Lower(shapes, codes) : null,
                Kernel = fast?.Name ?? PreparedOperator.PlainKernel,
            };
        }
    }
}
