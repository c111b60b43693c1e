using System.Numerics;
using Tiny.Bench.Reference.Execution;
using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Kernels;

/// <summary>Binds an <see cref="ISelection"/> to a model. Inputs: both operands.</summary>
/// <remarks>Codes are compared as they are, so all three tensors share one quantization.</remarks>
internal static class Selection
{
    /// <summary>Checks the operator.</summary>
    public static PreparedOperator Prepare<TKernel>(OperatorContext context)
        where TKernel : ISelection
    {
        context.RequireArity(2, 2);
        context.Options(BuiltinOptionsType.MaximumMinimum);
        Tensor input1 = context.Input(0), input2 = context.Input(1), output = context.Output();
        var shapes = Broadcast.Prepare(context, input1, input2, output);
        context.RequireSameQuantization(input2, input1);
        context.RequireSameQuantization(output, input1);

        return (input1.Type, input2.Type, output.Type) switch
        {
            (TensorType.Float32, TensorType.Float32, TensorType.Float32) => Bind<float>(),
            (TensorType.Int8, TensorType.Int8, TensorType.Int8) => Bind<sbyte>(),
            (TensorType.Int16, TensorType.Int16, TensorType.Int16) => Bind<short>(),
            (TensorType.Int32, TensorType.Int32, TensorType.Int32) => Bind<int>(),
            _ => throw context.Unsupported(input1, input2, output),
        };

        PreparedOperator Bind<T>()
            where T : unmanaged, INumber<T> =>
            new(() => TKernel.Run(shapes, input1.Read<T>(), input2.Read<T>(), output.Write<T>()));
    }
}
