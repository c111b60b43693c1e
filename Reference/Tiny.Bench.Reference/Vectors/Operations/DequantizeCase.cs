using System.Numerics;
using System.Runtime.InteropServices;
using Tiny.Bench.Reference.Kernels;

namespace Tiny.Bench.Reference.Vectors.Operations;

/// <summary><c>dequantize</c>: codes to real numbers, compared bit by bit.</summary>
internal sealed class DequantizeCase : VectorOperation
{
    public override Array Compute<TRounding>(VectorCase vectorCase)
    {
        VectorTensor input = vectorCase.Tensor("input");
        float scale = FloatBits.Scale(vectorCase);
        int zeroPoint = vectorCase.Parameters.Int32("zero_point");
        return input.Type switch
        {
            TensorType.Int8 => Run<sbyte>(),
            TensorType.UInt8 => Run<byte>(),
            TensorType.Int16 => Run<short>(),
            _ => throw new UnsupportedVectorException(vectorCase.Id, $"no kernel takes {input.Type.SchemaName()}"),
        };

        int[] Run<TInput>()
            where TInput : unmanaged, IBinaryInteger<TInput>
        {
            var output = new int[input.Shape.ElementCount];
            Dequantize.Run(scale, zeroPoint, input.Read<TInput>(), MemoryMarshal.Cast<int, float>(output.AsSpan()));
            return output;
        }
    }
}
