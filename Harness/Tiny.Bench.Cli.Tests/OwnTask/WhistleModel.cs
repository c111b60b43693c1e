using System.Runtime.InteropServices;
using Tiny.Bench.Reference;
using Tiny.Bench.Reference.Models;
using Tiny.Bench.Reference.Models.Writing;

namespace Tiny.Bench.Cli.OwnTask;

/// <summary>
/// A model of two classes for 49 frames of 10 cepstral coefficients: the sum of coefficient 1, which is positive for low sounds, and its negative.
/// </summary>
internal static class WhistleModel
{
    private const int Inputs = 490;
    private const int Coefficients = 10;

    public static byte[] Write()
    {
        var weights = new sbyte[2 * Inputs];
        for (int index = 1; index < Inputs; index += Coefficients)
            (weights[index], weights[Inputs + index]) = (127, -127);
        ModelTensor[] tensors =
        [
            Tensor(0, "features", TensorType.Int8, new Shape(1, Inputs), 0.5f),
            Tensor(1, "weights", TensorType.Int8, new Shape(2, Inputs), 1 / 127f, MemoryMarshal.AsBytes(weights.AsSpan()).ToArray()),
            Tensor(2, "bias", TensorType.Int32, new Shape(2), 0.5f / 127, new byte[8]),
            Tensor(3, "scores", TensorType.Int8, new Shape(1, 2), 32),
        ];
        var sum = new ModelOperator { Index = 0, Code = BuiltinOperator.FullyConnected, Version = 1, Inputs = [0, 1, 2], Outputs = [3], Options = OperatorOptions.None };
        var graph = new ModelSubgraph { Name = "main", Tensors = tensors, Inputs = [0], Outputs = [3], Operators = [sum] };
        return TfliteWriter.Write([graph], "whistle or hum", new Dictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal));
    }

    private static ModelTensor Tensor(int index, string name, TensorType type, Shape shape, float scale, byte[]? data = null) => new()
    {
        Index = index,
        Name = name,
        Type = type,
        Shape = shape,
        Quantization = new Quantization([scale], [0], 0),
        Data = data,
    };
}
