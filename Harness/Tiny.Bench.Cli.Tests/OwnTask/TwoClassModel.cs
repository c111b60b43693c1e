using System.Runtime.InteropServices;
using Tiny.Bench.Reference;
using Tiny.Bench.Reference.Models;
using Tiny.Bench.Reference.Models.Writing;

namespace Tiny.Bench.Cli.OwnTask;

/// <summary>Models of one fully connected layer that tell two classes apart by weights that a person can check.</summary>
internal static class TwoClassModel
{
    private const int CepstralValues = 490;
    private const int CepstralCoefficients = 10;
    private const int Unit = 127;

    /// <summary>For 49 frames of 10 cepstral coefficients: the sum of coefficient 1, which is positive for low sounds, against its negative.</summary>
    public static byte[] Whistle()
    {
        var weights = new sbyte[2 * CepstralValues];
        for (int index = 1; index < CepstralValues; index += CepstralCoefficients)
            (weights[index], weights[CepstralValues + index]) = (Unit, -Unit);
        return Write(CepstralValues, inputScale: 0.5f, inputZeroPoint: 0, weights, bias: 0);
    }

    /// <summary>For pixels from 0 to 255: half of the largest possible sum, for dark, against their sum, for bright.</summary>
    public static byte[] Bright(int values)
    {
        var weights = new sbyte[2 * values];
        Array.Fill(weights, (sbyte)Unit, values, values);
        return Write(values, inputScale: 1, inputZeroPoint: -128, weights, bias: values * 255 * Unit / 2);
    }

    // Weights have the scale 1/127, so that the code 127 is one.
    private static byte[] Write(int inputs, float inputScale, int inputZeroPoint, sbyte[] weights, int bias)
    {
        ModelTensor[] tensors =
        [
            Tensor(0, TensorType.Int8, new Shape(1, inputs), inputScale, inputZeroPoint),
            Tensor(1, TensorType.Int8, new Shape(2, inputs), 1f / Unit, data: MemoryMarshal.AsBytes(weights.AsSpan()).ToArray()),
            Tensor(2, TensorType.Int32, new Shape(2), inputScale / Unit, data: [.. BitConverter.GetBytes(bias), 0, 0, 0, 0]),
            Tensor(3, TensorType.Int8, new Shape(1, 2), scale: 32),
        ];
        var sum = new ModelOperator { Index = 0, Code = BuiltinOperator.FullyConnected, Version = 1, Inputs = [0, 1, 2], Outputs = [3], Options = OperatorOptions.None };
        var graph = new ModelSubgraph { Name = "main", Tensors = tensors, Inputs = [0], Outputs = [3], Operators = [sum] };
        return TfliteWriter.Write([graph], "made by hand", new Dictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal));
    }

    private static ModelTensor Tensor(int index, TensorType type, Shape shape, float scale, int zeroPoint = 0, byte[]? data = null) => new()
    {
        Index = index,
        Name = $"tensor {index}",
        Type = type,
        Shape = shape,
        Quantization = new Quantization([scale], [zeroPoint], 0),
        Data = data,
    };
}
