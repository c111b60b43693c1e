using System.Runtime.InteropServices;
using Tiny.Bench.Reference.Execution;
using Tiny.Bench.Reference.Kernels;
using Tiny.Bench.Reference.Models;
using Tiny.Bench.Reference.Plans;
using Tiny.Bench.Reference.Plans.Operators;

namespace Tiny.Bench.Reference.Vectors;

/// <summary>Takes one operator out of a model, with the inputs that it had in one inference.</summary>
public static class SingleOperator
{
    /// <summary>The operator as a case, answered in the interpreter's dialect; null where the vector format or a plan has no form for it.</summary>
    /// <param name="interpreter">Prepared with the model.</param>
    /// <param name="index">Position in execution order.</param>
    /// <param name="id">The case's id: <c>category/name</c>.</param>
    /// <param name="content">The bytes of a computed tensor as the operator finds them, by its index in the model.</param>
    public static VectorCase? Extract(Interpreter interpreter, int index, string id, Func<int, ReadOnlyMemory<byte>> content)
    {
        PlannedOperator planned = interpreter.Operators[index];
        if (planned.Kernel.Parameters is not { } parameters)
            return null;
        ModelOperator source = planned.Model;
        bool isWeighted = parameters is Conv2DParameters or DepthwiseConv2DParameters or FullyConnectedParameters;
        IEnumerable<int> inputs = source.Inputs.Take(isWeighted ? 1 : parameters.InputCount);
        var lowered = new LoweredCase(
            parameters,
            [.. inputs.Select(Tensor)],
            isWeighted ? Weights(source.Inputs[1]) : null,
            isWeighted && source.Inputs.Count > 2 && source.Inputs[2] >= 0
                ? MemoryMarshal.Cast<byte, int>(Bytes(source.Inputs[2]).Span).ToArray()
                : null);
        return LoweredCaseText.TryWrite(lowered, id, $"operator {index} ({source.Name}) of {interpreter.Model.Source}") is { } written
            ? new VectorRunner(interpreter.Dialect).Answer(written)
            : null;

        ModelTensor Describe(int tensor) => interpreter.Model.Main.Tensors[tensor];

        ReadOnlyMemory<byte> Bytes(int tensor) => Describe(tensor).Data ?? content(tensor);

        VectorTensor Tensor(int tensor) => new(id, Describe(tensor).Type, InputShape(parameters, Describe(tensor).Shape), Bytes(tensor));

        sbyte[] Weights(int tensor)
        {
            ReadOnlySpan<byte> bytes = Bytes(tensor).Span;
            if (Describe(tensor).Type != TensorType.Int4)
                return MemoryMarshal.Cast<byte, sbyte>(bytes).ToArray();
            var unpacked = new sbyte[Describe(tensor).Shape.ElementCount];
            Int4.Unpack(bytes, unpacked);
            return unpacked;
        }
    }

    // The format reads rows off the last axis, a model may have them in any shape.
    private static Shape InputShape(PlanParameters parameters, Shape shape) => parameters switch
    {
        FullyConnectedParameters connected => new Shape(connected.Batches, connected.Depth),
        SoftmaxParameters softmax => new Shape(softmax.Rows, softmax.Columns),
        _ => shape,
    };
}
