using System.Globalization;
using Tiny.Bench.Reference.Execution;
using Tiny.Bench.Reference.Kernels;
using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Vectors.Operations;

/// <summary>What the operations share that move whole elements of 1, 2, 4 or 8 bytes.</summary>
internal abstract class MovementCase : VectorOperation
{
    /// <summary>Checks the case, then runs the kernel.</summary>
    protected abstract void Move(VectorCase vectorCase, Tensor output);

    public sealed override Array Compute<TRounding>(VectorCase vectorCase)
    {
        VectorTensor expected = vectorCase.Output;
        Tensor output = Computed(expected.Type, expected.Shape, new byte[expected.Content.Length]);
        Move(vectorCase, output);
        return expected.Type switch
        {
            TensorType.Int8 => output.Read<sbyte>().ToArray(),
            TensorType.UInt8 => output.Read<byte>().ToArray(),
            TensorType.Int16 => output.Read<short>().ToArray(),
            TensorType.Int32 => output.Read<int>().ToArray(),
            _ => output.Read<long>().ToArray(),
        };
    }

    /// <summary>A tensor of the case, which must have the output's type.</summary>
    protected static Tensor Input(VectorCase vectorCase, string name)
    {
        VectorTensor tensor = vectorCase.Tensor(name);
        if (tensor.Type != vectorCase.Output.Type)
            throw vectorCase.Error($"moves {tensor.Type.SchemaName()} to {vectorCase.Output.Type.SchemaName()}; expected one type");
        return new Tensor(Described(tensor.Type, tensor.Shape) with { Data = tensor.Content });
    }

    /// <summary>The tensors <c>input0</c>, <c>input1</c> and so on.</summary>
    protected static Tensor[] Inputs(VectorCase vectorCase)
    {
        var inputs = new List<Tensor>();
        while (vectorCase.Tensors.ContainsKey(Name(inputs.Count)))
            inputs.Add(Input(vectorCase, Name(inputs.Count)));
        return inputs.Count > 0 ? [.. inputs] : throw vectorCase.Error($"has no tensor {Name(0)}");

        static string Name(int position) => string.Create(CultureInfo.InvariantCulture, $"input{position}");
    }

    /// <summary>A tensor to be written.</summary>
    protected static Tensor Computed(TensorType type, Shape shape, Memory<byte> content)
    {
        var tensor = new Tensor(Described(type, shape));
        tensor.Bind(content);
        return tensor;
    }

    /// <summary>The parameter <c>axis</c>, counted from the front.</summary>
    protected static int Axis(VectorCase vectorCase, int rank)
    {
        int axis = vectorCase.Parameters.Int32("axis");
        return axis >= -rank && axis < rank
            ? OperatorContext.FromFront(axis, rank)
            : throw vectorCase.Error($"axis is {axis}; expected {-rank} to {rank - 1}");
    }

    /// <summary>Checks the shape of the expected output.</summary>
    protected static void RequireShape(VectorCase vectorCase, ReadOnlySpan<int> extents)
    {
        if (!vectorCase.Output.Shape.Extents.SequenceEqual(extents))
            throw vectorCase.Error($"the output has shape {vectorCase.Output.Shape}; the inputs give [{string.Join(',', extents.ToArray())}]");
    }

    /// <summary>Bytes of one element.</summary>
    protected static int ElementBytes(Tensor tensor) => (int)tensor.Type.ByteCount(1)!.Value;

    private static ModelTensor Described(TensorType type, Shape shape) =>
        new() { Index = 0, Name = "", Type = type, Shape = shape, Quantization = Quantization.None };
}
