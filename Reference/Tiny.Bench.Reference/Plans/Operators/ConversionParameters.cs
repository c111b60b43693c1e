using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Plans.Operators;

/// <summary>QUANTIZE from FLOAT32 to INT8, DEQUANTIZE from INT8 to FLOAT32; scale and zero point are the INT8 tensor's.</summary>
/// <param name="Code">Which of them.</param>
/// <param name="Elements">Number of elements.</param>
internal sealed record ConversionParameters(BuiltinOperator Code, int Elements) : PlanParameters(Code, InputCount: 1)
{
    public override void Write(PlanFieldWriter fields) => fields.Int32(Elements);

    public static ConversionParameters Read(BuiltinOperator code, PlanFieldReader fields)
    {
        int elements = fields.Count("elements");
        (TensorType from, TensorType to) = code == BuiltinOperator.Quantize
            ? (TensorType.Float32, TensorType.Int8)
            : (TensorType.Int8, TensorType.Float32);
        PlanTensor input = fields.RequireInput(0, from, elements), output = fields.RequireOutput(to, elements);
        fields.RequireScale(code == BuiltinOperator.Quantize ? output : input);
        return new ConversionParameters(code, elements);
    }
}
