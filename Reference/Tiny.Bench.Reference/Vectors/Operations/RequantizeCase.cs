using System.Numerics;
using Tiny.Bench.Reference.Kernels;

namespace Tiny.Bench.Reference.Vectors.Operations;

/// <summary><c>requantize</c>: QUANTIZE from codes to codes.</summary>
internal sealed class RequantizeCase : VectorOperation
{
    public override Array Compute<TRounding>(VectorCase vectorCase)
    {
        VectorTensor input = vectorCase.Tensor("input");
        return (input.Type, vectorCase.Output.Type) switch
        {
            (TensorType.Int8, TensorType.Int8) => Run<sbyte, sbyte>(),
            (TensorType.Int8, TensorType.UInt8) => Run<sbyte, byte>(),
            (TensorType.UInt8, TensorType.Int8) => Run<byte, sbyte>(),
            (TensorType.Int8, TensorType.Int16) => Run<sbyte, short>(),
            (TensorType.Int16, TensorType.Int8) => Run<short, sbyte>(),
            (TensorType.Int16, TensorType.Int16) => Run<short, short>(),
            var (from, to) => throw new UnsupportedVectorException(vectorCase.Id, $"no kernel takes {from.SchemaName()} to {to.SchemaName()}"),
        };

        TOutput[] Run<TInput, TOutput>()
            where TInput : unmanaged, IBinaryInteger<TInput>
            where TOutput : unmanaged, IBinaryInteger<TOutput>, IMinMaxValue<TOutput>
        {
            VectorParameters parameters = vectorCase.Parameters;
            var output = new TOutput[input.Shape.ElementCount];
            Quantize.Run<TInput, TOutput, TRounding>(
                parameters.Multiplier("output"), parameters.ZeroPoint("input"), parameters.ZeroPoint("output"), input.Read<TInput>(), output);
            return output;
        }
    }
}
