using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Plans;

/// <summary>The numbers of one operator, as the host kernel was prepared with them: what lowering writes and a board reads.</summary>
/// <param name="Code">The operator that the board runs.</param>
/// <param name="InputCount">Tensors that it reads; what a model's operator has beyond them is not needed at run time.</param>
internal abstract record PlanParameters(BuiltinOperator Code, int InputCount)
{
    /// <summary>Writes the fields in the order of Boards/docs/plan.md section 5.</summary>
    public abstract void Write(PlanFieldWriter fields);

    /// <summary>Reads the fields of an operator and checks them, also against its tensors.</summary>
    /// <exception cref="PlanFormatException">The operator is not known, or a field breaks a rule.</exception>
    public static PlanParameters ReadOperator(BuiltinOperator code, PlanFieldReader fields)
    {
        PlanParameters parameters = code switch
        {
            BuiltinOperator.Add => Operators.AddParameters.Read(fields),
            BuiltinOperator.AveragePool2D or BuiltinOperator.MaxPool2D => Operators.Pool2DParameters.Read(code, fields),
            BuiltinOperator.Conv2D => Operators.Conv2DParameters.Read(fields),
            BuiltinOperator.DepthwiseConv2D => Operators.DepthwiseConv2DParameters.Read(fields),
            BuiltinOperator.Dequantize or BuiltinOperator.Quantize => Operators.ConversionParameters.Read(code, fields),
            BuiltinOperator.FullyConnected => Operators.FullyConnectedParameters.Read(fields),
            BuiltinOperator.Mul => Operators.MulParameters.Read(fields),
            BuiltinOperator.Reshape => Operators.ReshapeParameters.Read(fields),
            BuiltinOperator.Softmax => Operators.SoftmaxParameters.Read(fields),
            _ => throw fields.Error("is not an operator of a plan"),
        };
        fields.RequireEnd(parameters.InputCount);
        return parameters;
    }
}
