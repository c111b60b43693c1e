using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Execution;
using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Kernels;

/// <content>Binding to a model. The option <c>pot_scale_int16</c> is not read: the general path computes power-of-two scales too.</content>
public sealed partial class Sub
{
    PreparedOperator IKernel.Prepare<TRounding>(OperatorContext context) =>
        Elementwise.Prepare<Sub, SumCodes, TRounding>(context, BuiltinOptionsType.Sub);

    static SumCodes IElementwise<SumCodes>.PrepareCodes(OperatorContext context, Tensor input1, Tensor input2, Tensor output, int activation)
    {
        float scale1 = context.RequirePerTensor(input1).Scale;
        float scale2 = context.RequirePerTensor(input2).Scale;
        float outputScale = context.RequirePerTensor(output).Scale;
        int leftShift = SumCodes.LeftShiftFor(output.Type);
        return SumCodes.Prepare(
            context, input1, input2, output, activation, ScaleFactors.Difference(scale1, scale2, outputScale, leftShift));
    }
}
