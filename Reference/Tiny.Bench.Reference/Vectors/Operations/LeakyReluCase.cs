using System.Numerics;
using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Kernels;

namespace Tiny.Bench.Reference.Vectors.Operations;

/// <summary><c>leaky_relu</c>: <c>identity</c> from zero up, <c>alpha</c> below; alpha's multiplier carries its sign.</summary>
internal sealed class LeakyReluCase : VectorOperation
{
    public override Array Compute<TRounding>(VectorCase vectorCase)
    {
        VectorTensor input = vectorCase.Tensor("input");
        VectorParameters parameters = vectorCase.Parameters;
        QuantizedMultiplier alpha = parameters.Multiplier("alpha");
        if (alpha.Multiplier == int.MinValue)
            throw vectorCase.Error($"has alpha_multiplier {alpha.Multiplier}; expected a magnitude of 31 bits");
        var codes = new LeakyReluCodes(
            parameters.ZeroPoint("input"),
            parameters.ZeroPoint("output"),
            parameters.Multiplier("identity"),
            alpha with { Multiplier = Math.Abs(alpha.Multiplier) },
            AlphaIsNegative: alpha.Multiplier < 0);
        return input.Type switch
        {
            TensorType.Int8 => Run<sbyte>(),
            TensorType.Int16 => Run<short>(),
            _ => throw new UnsupportedVectorException(vectorCase.Id, $"no kernel takes {input.Type.SchemaName()}"),
        };

        T[] Run<T>()
            where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
        {
            var output = new T[input.Shape.ElementCount];
            LeakyRelu.Run<T, TRounding>(codes, input.Read<T>(), output);
            return output;
        }
    }
}
