using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Quantizing;

/// <summary>By tflite's versioning/op_version.cc, and the official int8 models for the first four rows.</summary>
public sealed class OperatorVersionsTests
{
    [Theory]
    [InlineData(BuiltinOperator.Conv2D, TensorType.Int8, TensorType.Int8, 3)]
    [InlineData(BuiltinOperator.DepthwiseConv2D, TensorType.Int8, TensorType.Int8, 3)]
    [InlineData(BuiltinOperator.AveragePool2D, TensorType.Int8, null, 2)]
    [InlineData(BuiltinOperator.Softmax, TensorType.Int8, null, 2)]
    [InlineData(BuiltinOperator.Add, TensorType.Int8, null, 2)]
    [InlineData(BuiltinOperator.Conv2D, TensorType.Int8, TensorType.Int4, 7)]
    [InlineData(BuiltinOperator.DepthwiseConv2D, TensorType.Int8, TensorType.Int4, 7)]
    [InlineData(BuiltinOperator.Add, TensorType.Int16, null, 3)]
    [InlineData(BuiltinOperator.Softmax, TensorType.Int16, null, 3)]
    [InlineData(BuiltinOperator.Reshape, TensorType.Int8, null, 1)]
    public void An_operator_has_the_version_of_its_types(BuiltinOperator code, TensorType activations, TensorType? weights, int version)
    {
        var model = new ModelOperator { Index = 0, Code = code, Version = 1, Inputs = [0, 1, 2], Outputs = [3], Options = OperatorOptions.None };
        Assert.Equal(version, OperatorVersions.Of(model, activations, weights, largestRank: 4));
    }
}
