using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Plans.Operators;

/// <summary>RESHAPE: a copy.</summary>
/// <param name="Type">Of both tensors.</param>
/// <param name="Length">Bytes.</param>
internal sealed record ReshapeParameters(TensorType Type, int Length) : PlanParameters(BuiltinOperator.Reshape, InputCount: 1)
{
    public override void Write(PlanFieldWriter fields) => fields.Int32(Length);

    public static ReshapeParameters Read(PlanFieldReader fields)
    {
        int length = fields.Count("bytes");
        TensorType type = fields.RequireOneType();
        int size = PlanTensor.ElementSize(type);
        if (length % size != 0)
            throw fields.Error($"bytes is {length}; expected a multiple of {size}");
        fields.RequireInput(0, type, length / size);
        fields.RequireOutput(type, length / size);
        return new ReshapeParameters(type, length);
    }
}
