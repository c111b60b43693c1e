using System.Numerics;
using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Execution;
using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Kernels;

/// <content>Binding to a model. Inputs: left and right matrices; there is no fused activation.</content>
public sealed partial class BatchMatMul
{
    PreparedOperator IKernel.Prepare<TRounding>(OperatorContext context)
    {
        context.RequireArity(2, 2);
        Tensor lhs = context.Input(0), rhs = context.Input(1), output = context.Output();
        OperatorOptions options = context.Options(BuiltinOptionsType.BatchMatMul);
        BatchMatMulGeometry geometry = RequireGeometry(context, lhs, rhs, output, options.Bool(0, false), options.Bool(1, false));
        long products = (long)output.Shape.ElementCount * geometry.Depth, rows = (long)geometry.Batches.Output.ElementCount * geometry.Rows;

        return (lhs.Type, rhs.Type, output.Type) switch
        {
            (TensorType.Float32, TensorType.Float32, TensorType.Float32) =>
                new PreparedOperator(() => Run(geometry, lhs.Read<float>(), rhs.Read<float>(), output.Write<float>()), products, rows),
            (TensorType.Int8, TensorType.Int8, TensorType.Int8) => Bind<sbyte, int>(),
            (TensorType.Int16, TensorType.Int16, TensorType.Int16) => Bind<short, long>(),
            _ => throw context.Unsupported(lhs, rhs, output),
        };

        PreparedOperator Bind<TActivation, TAccumulator>()
            where TActivation : unmanaged, IBinaryInteger<TActivation>
            where TAccumulator : unmanaged, IBinaryInteger<TAccumulator>
        {
            Requantization codes = PrepareCodes(context, lhs, rhs, output, wideAccumulator: typeof(TAccumulator) == typeof(long));
            return new PreparedOperator(
                () => Run<TActivation, TAccumulator, TRounding>(
                    geometry, codes, lhs.Read<TActivation>(), rhs.Read<TActivation>(), output.Write<TActivation>()),
                products,
                rows);
        }
    }

    // The product of the scales is rounded to binary32 before the division, as for per-tensor FULLY_CONNECTED.
    // Source: tflite kernel_util.cc, GetQuantizedConvolutionMultipler.
    private static Requantization PrepareCodes(OperatorContext context, Tensor lhs, Tensor rhs, Tensor output, bool wideAccumulator)
    {
        (float lhsScale, int lhsZeroPoint) = context.RequirePerTensor(lhs);
        (float rhsScale, int rhsZeroPoint) = context.RequirePerTensor(rhs);
        float outputScale = context.RequirePerTensor(output).Scale;
        double real = ScaleFactors.PerTensor(lhsScale, rhsScale, outputScale);
        return Requantization.PerTensor(context, lhsZeroPoint, real, output, channels: 1, activation: 0, wideAccumulator)
            with { FilterZeroPoint = rhsZeroPoint };
    }

    private static BatchMatMulGeometry RequireGeometry(
        OperatorContext context, Tensor lhs, Tensor rhs, Tensor output, bool adjointLhs, bool adjointRhs)
    {
        bool fits = BatchMatMulGeometry.TryCreate(lhs.Shape, rhs.Shape, adjointLhs, adjointRhs, out BatchMatMulGeometry? geometry);
        context.Require(
            fits,
            $"matrices of shapes {lhs.Shape}{(adjointLhs ? " (adjoint)" : "")} and {rhs.Shape}{(adjointRhs ? " (adjoint)" : "")} do not multiply");
        context.RequireShape(output, geometry!.Output);
        return geometry;
    }
}
