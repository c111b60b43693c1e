using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Execution;
using Tiny.Bench.Reference.Models;
using Tiny.Bench.Reference.Plans;
using Tiny.Bench.Reference.Plans.Operators;

namespace Tiny.Bench.Reference.Kernels;

/// <content>Binding to a model. Source of the factor: tflite-micro mul_common.cc, CalculateOpDataMul.</content>
public sealed partial class Mul
{
    PreparedOperator IKernel.Prepare<TRounding>(OperatorContext context) =>
        Elementwise.Prepare<Mul, ProductCodes, TRounding>(context, BuiltinOptionsType.Mul);

    static ProductCodes IElementwise<ProductCodes>.PrepareCodes(OperatorContext context, Tensor input1, Tensor input2, Tensor output, int activation)
    {
        (float scale1, int zeroPoint1) = context.RequirePerTensor(input1);
        (float scale2, int zeroPoint2) = context.RequirePerTensor(input2);
        (float outputScale, int outputZeroPoint) = context.RequirePerTensor(output);
        (int minimum, int maximum) = FusedActivation.CodeRange(context, activation, output);
        return new ProductCodes
        {
            Input1ZeroPoint = zeroPoint1,
            Input2ZeroPoint = zeroPoint2,
            OutputZeroPoint = outputZeroPoint,
            Multiplier = context.RequireMultiplier(ScaleFactors.Product(scale1, scale2, outputScale)),
            ActivationMinimum = minimum,
            ActivationMaximum = maximum,
        };
    }

    static PlanParameters IElementwise<ProductCodes>.Lower(Broadcast shapes, ProductCodes codes) =>
        new MulParameters(codes, BroadcastStrides.Of(shapes));
}
