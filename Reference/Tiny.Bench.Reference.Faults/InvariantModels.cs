using Tiny.Bench.Reference.Execution;
using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Faults;

/// <summary>Small models made in memory, with answers that follow by hand.</summary>
internal static class InvariantModels
{
    private static readonly OperatorModelTensor Matrix = new(TensorType.Int8, 1, 2, 3), Turned = new(TensorType.Int8, 1, 3, 2);

    /// <summary>Inputs x and y to relu(x) + x + y, through two transpositions, and x transposed: every tensor has one scale, so the sums are exact.</summary>
    public static TfliteModel Graph()
    {
        OperatorModelTensor order = new OperatorModelTensor(TensorType.Int32, 3) { Scale = null }.Constant(0, 2, 1);
        OperatorModelTensor[] tensors = [Matrix, Matrix, order, Turned, Turned, Matrix, Matrix, Matrix];
        const int transpose = 0, relu = 1, add = 2;
        var model = new TinyModel
        {
            Codes = [TinyModel.Code((byte)BuiltinOperator.Transpose), TinyModel.Code((byte)BuiltinOperator.Relu), TinyModel.Code((byte)BuiltinOperator.Add)],
            Buffers = [new FlatFields(), .. tensors.Select(tensor => new FlatFields { [0] = FlatNode.Bytes(tensor.Data ?? []) })],
            Tensors = [.. tensors.Select((tensor, index) => tensor.Write(index + 1))],
            Operators =
            [
                TinyModel.Operator(transpose, [0, 2], [3]),
                TinyModel.Operator(relu, [3], [4]),
                TinyModel.Operator(transpose, [4, 2], [5]),
                TinyModel.Operator(add, [5, 0], [6]),
                TinyModel.Operator(add, [6, 1], [7]),
            ],
        };
        model.Graph[1] = FlatNode.Ints(0, 1);
        model.Graph[2] = FlatNode.Ints(7, 3);
        return TfliteModel.Parse(model.Write(), "graph");
    }

    /// <summary>CONV_2D without a bias, 2x2 with SAME padding over 3x3 codes: one row and one column of real zeros after the image.</summary>
    /// <remarks>All weights are 1 and all factors 1/2: each output is half the sum of what its window sees, the ties away from zero.</remarks>
    public static TfliteModel Convolution()
    {
        OperatorModelTensor image = new(TensorType.Int8, 1, 3, 3, 1), output = image with { Scale = 1f };
        OperatorModelTensor filter = new(TensorType.Int8, 1, 2, 2, 1) { Scale = 1f, Data = [1, 1, 1, 1] };
        return Parse(OperatorModel.Of(BuiltinOperator.Conv2D, BuiltinOptionsType.Conv2D, [image, filter, output], (1, 1), (2, 1)));
    }

    /// <summary>SVDF of one filter with a memory of two steps: the newest feature once and the one before three times.</summary>
    /// <remarks>All factors are one; the code of the state's zero is 7.</remarks>
    public static TfliteModel Recurrence()
    {
        OperatorModelTensor input = new(TensorType.Int8, 1, 1), feature = new(TensorType.Int8, 1, 1) { Scale = 2f, Data = [1] };
        OperatorModelTensor time = new(TensorType.Int8, 1, 2) { Scale = 1f, Data = [3, 1] };
        OperatorModelTensor bias = new OperatorModelTensor(TensorType.Int32, 1).Constant(0);
        OperatorModelTensor state = new(TensorType.Int8, 1, 2) { Scale = 1f, ZeroPoint = 7, IsVariable = true }, output = input with { Scale = 1f };
        return Parse(OperatorModel.Of(BuiltinOperator.Svdf, BuiltinOptionsType.Svdf, [input, feature, time, bias, state, output], (0, 1)));
    }

    private static TfliteModel Parse(OperatorModel model) => TfliteModel.Parse(model.Write(), $"{model.Code}");
}
