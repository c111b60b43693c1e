using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Kernels;
using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Plans.Operators;

/// <summary>SOFTMAX.</summary>
/// <param name="Rows">Independent rows.</param>
/// <param name="Columns">Elements of a row, 1 to 4095.</param>
/// <param name="Codes">How input codes are read.</param>
internal sealed record SoftmaxParameters(int Rows, int Columns, SoftmaxCodes Codes) : PlanParameters(BuiltinOperator.Softmax, InputCount: 1)
{
    public override void Write(PlanFieldWriter fields)
    {
        fields.Int32(Rows, Columns);
        fields.Multiplier(Codes.InputMultiplier);
        fields.Int32(Codes.DiffMin);
    }

    public static SoftmaxParameters Read(PlanFieldReader fields)
    {
        int rows = fields.Count("rows"), columns = fields.Int32("columns", 1, Softmax.MaximumColumnsInt8);
        QuantizedMultiplier multiplier = fields.Multiplier("input", minimumShift: 1, maximumShift: 31);
        if (multiplier.Multiplier == 0)
            throw fields.Error("input multiplier is 0; expected 2^30 and above");
        int least = fields.Int32("least difference", most: 0);
        if ((long)least << multiplier.Shift < int.MinValue)
            throw fields.Error($"the least difference is {least} with a left shift of {multiplier.Shift}; expected a product of at least -2^31");
        fields.RequireInput(0, TensorType.Int8, rows, columns);
        fields.RequireOutput(TensorType.Int8, rows, columns);
        return new SoftmaxParameters(rows, columns, new SoftmaxCodes(multiplier, least));
    }
}
