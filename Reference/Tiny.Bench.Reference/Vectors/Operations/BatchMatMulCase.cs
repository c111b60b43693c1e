using System.Numerics;
using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Kernels;

namespace Tiny.Bench.Reference.Vectors.Operations;

/// <summary><c>batch_matmul</c>: products over the last two axes, <c>adj_x</c> and <c>adj_y</c> transpose the sides.</summary>
internal sealed class BatchMatMulCase : VectorOperation
{
    public override Array Compute<TRounding>(VectorCase vectorCase)
    {
        var names = new CaseNames(vectorCase);
        VectorTensor lhs = names.Tensor("lhs", "lhs_input", "x"), rhs = names.Tensor("rhs", "rhs_input", "y");
        VectorParameters parameters = vectorCase.Parameters;
        if (!BatchMatMulGeometry.TryCreate(lhs.Shape, rhs.Shape, parameters.Flag("adj_x", false), parameters.Flag("adj_y", false), out BatchMatMulGeometry? geometry))
            throw vectorCase.Error($"{lhs.Shape} and {rhs.Shape} are no matrices that can be multiplied");
        vectorCase.RequireOutput(geometry.Output.ElementCount);
        vectorCase.RequireSteps((Int128)geometry.Output.ElementCount * geometry.Depth);

        (int minimum, int maximum) = CaseCodes.Clamp(vectorCase);
        int highestShift = lhs.Type == TensorType.Int16 ? QuantizedMultiplier.MaximumReducedShift : QuantizedMultiplier.MaximumShift;
        var codes = new Requantization
        {
            InputZeroPoint = names.ZeroPoint(-1, "lhs", "lhs_input", "x"),
            FilterZeroPoint = names.ZeroPoint(-1, "rhs", "rhs_input", "y"),
            OutputZeroPoint = names.ZeroPoint(1, "output"),
            Multipliers = [names.Multiplier(highestShift, "output", "")],
            ActivationMinimum = minimum,
            ActivationMaximum = maximum,
        };
        return lhs.Type switch
        {
            TensorType.Int8 => Multiply<sbyte, int>(),
            TensorType.Int16 => Multiply<short, long>(),
            _ => throw new UnsupportedVectorException(vectorCase.Id, $"no kernel takes {lhs.Type.SchemaName()}"),
        };

        TActivation[] Multiply<TActivation, TAccumulator>()
            where TActivation : unmanaged, IBinaryInteger<TActivation>
            where TAccumulator : unmanaged, IBinaryInteger<TAccumulator>
        {
            var output = new TActivation[geometry.Output.ElementCount];
            BatchMatMul.Run<TActivation, TAccumulator, TRounding>(geometry, codes, lhs.Read<TActivation>(), rhs.Read<TActivation>(), output);
            return output;
        }
    }
}
