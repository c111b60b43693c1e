using System.Text.Json;
using System.Text.Json.Nodes;
using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Kernels;
using Tiny.Bench.Reference.Models;
using Tiny.Bench.Reference.Plans.Operators;

namespace Tiny.Bench.Reference.Vectors;

/// <summary>Puts a lowered operator back into the words of the vector format (Reference/docs/vectors.md).</summary>
internal static class LoweredCaseText
{
    /// <summary>The case; its output is declared, not yet answered. Null for an operator that the format has no words for.</summary>
    public static VectorCase? TryWrite(LoweredCase lowered, string id, string purpose)
    {
        if (Describe(lowered) is not var (operation, parameters, weights, output))
            return null;
        var tensors = new Dictionary<string, VectorTensor>(StringComparer.Ordinal);
        foreach ((int index, VectorTensor input) in lowered.Inputs.Index())
            tensors[lowered.Inputs.Count == 1 ? "input" : $"input{index + 1}"] = input;
        if (lowered.Weights is { } filter)
            tensors["weights"] = VectorTensor.Of(id, weights!, filter);
        if (lowered.Bias is { } bias)
            tensors["bias"] = VectorTensor.Of(id, new Shape(bias.Length), bias);
        tensors["output"] = VectorTensor.Declared(id, TensorType.Int8, output);
        var types = new Dictionary<string, string>(StringComparer.Ordinal);
        return new VectorCase(id, operation, purpose, new VectorParameters(id, JsonSerializer.SerializeToElement(parameters)), tensors, types);
    }

    private static (string Operation, JsonObject Parameters, Shape? Weights, Shape Output)? Describe(LoweredCase lowered)
    {
        switch (lowered.Parameters)
        {
            case Conv2DParameters conv:
                return ("conv2d", Merge(Window(conv.Window), Codes(conv.Codes)), WeightsOf(conv.Window, conv.Window.OutputChannels, conv.FilterChannels), OutputOf(conv.Window));
            case DepthwiseConv2DParameters depthwise:
                return ("depthwise_conv2d", Merge(Window(depthwise.Window), Codes(depthwise.Codes)), WeightsOf(depthwise.Window, 1, depthwise.Window.OutputChannels), OutputOf(depthwise.Window));
            case FullyConnectedParameters connected:
                return ("fully_connected", Codes(connected.Codes), new Shape(connected.Units, connected.Depth), new Shape(connected.Batches, connected.Units));
            case Pool2DParameters pool:
                JsonObject pooled = Merge(Window(pool.Window), Clamp(pool.ActivationMinimum, pool.ActivationMaximum));
                pooled["filter"] = new JsonArray(pool.Window.FilterHeight, pool.Window.FilterWidth);
                return (pool.Code == BuiltinOperator.MaxPool2D ? "max_pool2d" : "average_pool2d", pooled, null, OutputOf(pool.Window));
            case AddParameters add:
                return ("add", Sum(add.Codes), null, new Shape(add.Broadcast.Extents));
            case MulParameters mul:
                return ("mul", Product(mul.Codes), null, new Shape(mul.Broadcast.Extents));
            case SoftmaxParameters softmax:
                return ("softmax", Softmax(softmax.Codes), null, new Shape(softmax.Rows, softmax.Columns));
            default:
                return null;
        }
    }

    private static Shape WeightsOf(WindowGeometry window, int outer, int inner) => new(outer, window.FilterHeight, window.FilterWidth, inner);

    private static Shape OutputOf(WindowGeometry window) => new(window.Batches, window.OutputHeight, window.OutputWidth, window.OutputChannels);

    private static JsonObject Merge(JsonObject first, JsonObject second)
    {
        foreach ((string key, JsonNode? value) in second)
            first[key] = value?.DeepClone();
        return first;
    }

    private static JsonObject Window(WindowGeometry window) => new()
    {
        ["stride"] = new JsonArray(window.StrideHeight, window.StrideWidth),
        ["dilation"] = new JsonArray(window.DilationHeight, window.DilationWidth),
        ["padding"] = new JsonObject { ["top"] = window.PadTop, ["left"] = window.PadLeft },
    };

    private static JsonObject Codes(Requantization codes) => Merge(
        new JsonObject
        {
            ["input_zero_point"] = codes.InputZeroPoint,
            ["filter_zero_point"] = codes.FilterZeroPoint,
            ["output_zero_point"] = codes.OutputZeroPoint,
            ["requant"] = new JsonObject
            {
                ["accumulator"] = "int32",
                ["multiplier"] = new JsonArray([.. codes.Multipliers.Select(factor => JsonValue.Create(factor.Multiplier))]),
                ["shift"] = new JsonArray([.. codes.Multipliers.Select(factor => JsonValue.Create(factor.Shift))]),
            },
        },
        Clamp(codes.ActivationMinimum, codes.ActivationMaximum));

    private static JsonObject Clamp(int minimum, int maximum) => new() { ["activation_min"] = minimum, ["activation_max"] = maximum };

    private static JsonObject Sum(SumCodes codes) => Merge(
        new JsonObject { ["left_shift"] = codes.LeftShift },
        Merge(
            Pair(codes.Input1ZeroPoint, codes.Input2ZeroPoint, codes.OutputZeroPoint),
            Merge(
                Merge(Factor("input1", codes.Input1Multiplier), Factor("input2", codes.Input2Multiplier)),
                Merge(Factor("output", codes.OutputMultiplier), Clamp(codes.ActivationMinimum, codes.ActivationMaximum)))));

    private static JsonObject Product(ProductCodes codes) => Merge(
        Pair(codes.Input1ZeroPoint, codes.Input2ZeroPoint, codes.OutputZeroPoint),
        Merge(Factor("output", codes.Multiplier), Clamp(codes.ActivationMinimum, codes.ActivationMaximum)));

    private static JsonObject Pair(int first, int second, int output) => new()
    {
        ["input1_zero_point"] = first, ["input2_zero_point"] = second, ["output_zero_point"] = output,
    };

    private static JsonObject Factor(string name, QuantizedMultiplier factor) => new()
    {
        [$"{name}_multiplier"] = factor.Multiplier, [$"{name}_shift"] = factor.Shift,
    };

    private static JsonObject Softmax(SoftmaxCodes codes) => new()
    {
        ["input_multiplier"] = codes.InputMultiplier.Multiplier, ["input_left_shift"] = codes.InputMultiplier.Shift, ["diff_min"] = codes.DiffMin,
    };
}
