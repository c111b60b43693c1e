using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Kernels;

namespace Tiny.Bench.Reference.Vectors.Operations;

/// <summary><c>prepare</c>: rows of binary32 scales, as bits, to the integers that <c>operator</c> derives from them, row by row.</summary>
internal sealed class PrepareCase : VectorOperation
{
    private static readonly Dictionary<string, int> ScalesPerRow = new(StringComparer.Ordinal)
    {
        ["activation"] = 1, ["add"] = 3, ["conv"] = 3, ["fully_connected"] = 3, ["hard_swish"] = 2, ["leaky_relu"] = 3, ["logistic"] = 1,
        ["mul"] = 3, ["relu"] = 2, ["rescale"] = 2, ["sub"] = 3, ["svdf"] = 5,
    };

    public override Array Compute<TRounding>(VectorCase vectorCase)
    {
        string name = vectorCase.Parameters.Text("operator", "");
        if (!ScalesPerRow.TryGetValue(name, out int count))
            throw new UnsupportedVectorException(vectorCase.Id, $"there is no rule for the scales of {name}");
        VectorTensor bits = vectorCase.Tensor("scale_bits");
        if (bits.Shape.Rank != 2 || bits.Shape[1] != count)
            throw vectorCase.Error($"scale_bits has shape {bits.Shape}; expected rows of {count}");
        float[] scales = FloatBits.Read(bits).ToArray();
        int wrong = Array.FindIndex(scales, scale => !float.IsFinite(scale) || (scale <= 0 && name != "leaky_relu"));
        if (wrong >= 0)
            throw vectorCase.Error($"has the scale {scales[wrong]}; expected a finite one above 0");
        return scales.Chunk(count).SelectMany(row => Row(vectorCase, name, row)).ToArray();
    }

    private static int[] Row(VectorCase vectorCase, string name, float[] scales) => name switch
    {
        "activation" => Activation(vectorCase, scales[0]),
        "add" => Three(vectorCase, ScaleFactors.Sum(scales[0], scales[1], scales[2], LeftShift(vectorCase))),
        "conv" => Factors(vectorCase, ScaleFactors.PerChannel(scales[0], scales[1], scales[2])),
        "fully_connected" => Factors(vectorCase, ScaleFactors.PerTensor(scales[0], scales[1], scales[2])),
        "hard_swish" => HardSwish(vectorCase, ScaleFactors.HardSwish(scales[0], scales[1])),
        "leaky_relu" => Factors(
            vectorCase, ScaleFactors.ShortQuotient(scales[0], scales[2]), ScaleFactors.ShortProduct(scales[0], scales[1], scales[2])),
        "logistic" => Logistic(BoundedInput.FromScale(scales[0], zeroPoint: 0)),
        "mul" => Factors(vectorCase, ScaleFactors.Product(scales[0], scales[1], scales[2])),
        "relu" => Factors(vectorCase, ScaleFactors.ShortQuotient(scales[0], scales[1])),
        "rescale" => Factors(vectorCase, ScaleFactors.Quotient(scales[0], scales[1])),
        "sub" => Three(vectorCase, ScaleFactors.Difference(scales[0], scales[1], scales[2], LeftShift(vectorCase))),
        _ => Factors(
            vectorCase, ScaleFactors.ShortProduct(scales[0], scales[1], scales[2]), ScaleFactors.ShortProduct(scales[2], scales[3], scales[4])),
    };

    private static int[] Factors(VectorCase vectorCase, params double[] real)
    {
        double[] wrong = [.. real.Where(factor => !double.IsFinite(factor))];
        if (wrong.Length > 0)
            throw vectorCase.Error($"has scales that give the factor {wrong[0]}; expected a finite one");
        return [.. real.SelectMany(factor =>
        {
            var quantized = QuantizedMultiplier.FromReal(Math.Abs(factor));
            return new[] { Math.Sign(factor) * quantized.Multiplier, quantized.Shift };
        })];
    }

    private static int[] Three(VectorCase vectorCase, (double Input1, double Input2, double Output) real) =>
        Factors(vectorCase, real.Input1, real.Input2, real.Output);

    private static int[] HardSwish(VectorCase vectorCase, (double ToOutput, double ToRelu) real)
    {
        int[] factors = Factors(vectorCase, real.ToOutput, real.ToRelu);
        return [HardSwishCodes.Reduce(new(factors[0], factors[1])), factors[1], HardSwishCodes.Reduce(new(factors[2], factors[3])), factors[3]];
    }

    private static int[] Logistic(BoundedInput codes) => [codes.Multiplier.Multiplier, codes.Multiplier.Shift, codes.Radius];

    private static int[] Activation(VectorCase vectorCase, float scale)
    {
        TensorType type = vectorCase.Parameters.Text("type", "") switch
        {
            "int8" => TensorType.Int8,
            "int16" => TensorType.Int16,
            var other => throw new UnsupportedVectorException(vectorCase.Id, $"no activation range is made for {other}"),
        };
        int number = vectorCase.Parameters.Text("activation", "") switch
        {
            "NONE" => FusedActivation.None,
            "RELU" => FusedActivation.Relu,
            "RELU_N1_TO_1" => FusedActivation.ReluN1To1,
            "RELU6" => FusedActivation.Relu6,
            var other => throw new UnsupportedVectorException(vectorCase.Id, $"there is no activation {other}"),
        };
        (int minimum, int maximum) = FusedActivation.CodeRange(
            type, FusedActivation.FloatRange(number)!.Value, scale, vectorCase.Parameters.Int32("zero_point"));
        return [minimum, maximum];
    }

    private static int LeftShift(VectorCase vectorCase)
    {
        int shift = vectorCase.Parameters.Int32("left_shift");
        return shift is >= 0 and <= 30 ? shift : throw vectorCase.Error($"left_shift is {shift}; expected 0 to 30");
    }
}
