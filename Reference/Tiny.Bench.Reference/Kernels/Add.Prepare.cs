using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Execution;
using Tiny.Bench.Reference.Kernels.Fast;
using Tiny.Bench.Reference.Models;
using Tiny.Bench.Reference.Plans;
using Tiny.Bench.Reference.Plans.Operators;

namespace Tiny.Bench.Reference.Kernels;

/// <content>Binding to a model. The option <c>pot_scale_int16</c> is not read: the general path computes power-of-two scales too.</content>
public sealed partial class Add
{
    PreparedOperator IKernel.Prepare<TRounding>(OperatorContext context) =>
        Elementwise.Prepare<Add, SumCodes, TRounding>(context, BuiltinOptionsType.Add);

    static SumCodes IElementwise<SumCodes>.PrepareCodes(OperatorContext context, Tensor input1, Tensor input2, Tensor output, int activation)
    {
        float scale1 = context.RequirePerTensor(input1).Scale;
        float scale2 = context.RequirePerTensor(input2).Scale;
        float outputScale = context.RequirePerTensor(output).Scale;
        int leftShift = SumCodes.LeftShiftFor(output.Type);
        return SumCodes.Prepare(context, input1, input2, output, activation, ScaleFactors.Sum(scale1, scale2, outputScale, leftShift));
    }

    static IFastPair? IElementwise<SumCodes>.TryPack<TRounding>(Broadcast shapes, SumCodes codes, HostMemory memory) =>
        TryPack<TRounding>(shapes, codes, memory);

    static PlanParameters IElementwise<SumCodes>.Lower(Broadcast shapes, SumCodes codes) =>
        new AddParameters(codes, BroadcastStrides.Of(shapes));
}
