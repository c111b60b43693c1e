using System.Numerics;
using Tiny.Bench.Reference.Kernels;

namespace Tiny.Bench.Reference.Vectors.Operations;

/// <summary><c>pad</c>: <c>pre</c> and <c>post</c> elements of <c>pad_value</c> along each axis.</summary>
internal sealed class PadCase : VectorOperation
{
    public override Array Compute<TRounding>(VectorCase vectorCase)
    {
        VectorTensor input = vectorCase.Tensor("input");
        int[] before = vectorCase.Parameters.Int32List("pre"), after = vectorCase.Parameters.Int32List("post");
        Shape shape = input.Shape, output = vectorCase.Output.Shape;
        bool fits = before.Length == shape.Rank && after.Length == shape.Rank && output.Rank == shape.Rank;
        for (int axis = 0; fits && axis < shape.Rank; axis++)
            fits = before[axis] >= 0 && after[axis] >= 0 && (long)before[axis] + shape[axis] + after[axis] == output[axis];
        if (!fits)
            throw vectorCase.Error($"pads {shape} by [{string.Join(',', before)}] and [{string.Join(',', after)}] to {output}");
        return input.Type switch
        {
            TensorType.Int8 => Fill<sbyte>(),
            TensorType.Int16 => Fill<short>(),
            TensorType.Int32 => Fill<int>(),
            _ => throw new UnsupportedVectorException(vectorCase.Id, $"no kernel takes {input.Type.SchemaName()}"),
        };

        T[] Fill<T>()
            where T : unmanaged, IBinaryInteger<T>
        {
            int given = vectorCase.Parameters.Int32("pad_value", 0);
            var value = T.CreateTruncating(given);
            if (int.CreateTruncating(value) != given)
                throw vectorCase.Error($"has pad_value {given}; expected a code of {input.Type.SchemaName()}");
            var padded = new T[output.ElementCount];
            Pad.Run(shape, before, after, value, input.Read<T>(), padded);
            return padded;
        }
    }
}
