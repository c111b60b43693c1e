using System.Numerics;
using Tiny.Bench.Reference.Kernels;

namespace Tiny.Bench.Reference.Vectors.Operations;

/// <summary><c>quantize</c>: QUANTIZE from real numbers, given as bits, to codes.</summary>
internal sealed class QuantizeCase : VectorOperation
{
    public override Array Compute<TRounding>(VectorCase vectorCase)
    {
        VectorTensor bits = vectorCase.Tensor("input_bits");
        float scale = FloatBits.Scale(vectorCase);
        int zeroPoint = vectorCase.Parameters.Int32("zero_point");
        return vectorCase.Output.Type switch
        {
            TensorType.Int8 => Run<sbyte>(),
            TensorType.Int16 => Run<short>(),
            var other => throw new UnsupportedVectorException(vectorCase.Id, $"no kernel takes real numbers to {other.SchemaName()}"),
        };

        TOutput[] Run<TOutput>()
            where TOutput : unmanaged, IBinaryInteger<TOutput>, IMinMaxValue<TOutput>
        {
            var output = new TOutput[bits.Shape.ElementCount];
            Quantize.Run(scale, zeroPoint, FloatBits.Read(bits), output);
            return output;
        }
    }
}
