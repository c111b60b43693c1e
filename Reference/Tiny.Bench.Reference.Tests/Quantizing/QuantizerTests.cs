using System.Runtime.InteropServices;
using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Quantizing;

/// <summary>What becomes of small float models, calculated by hand.</summary>
public sealed class QuantizerTests
{
    // Input -1..1.55: scale 0.01, zero point -28. Weights to 1.27: scale 0.01. Bias scale 0.0001: 0.5 is 5000.
    // Outputs of (1.55, 0) and (-1, 0): 1.27 * 1.55 + 0.5 = 2.4685 and -0.77.
    [Fact]
    public void A_fully_connected_layer_has_the_scales_of_its_range_weights_and_bias()
    {
        var model = new FloatModel(1, 2);
        model.FullyConnected(0, [1.27f, -0.5f], [0.5f]);

        ModelSubgraph graph = FloatModel.Quantize(model.Build(), null, [1.55f, 0], [-1, 0]).Main;

        ModelOperator layer = Assert.Single(graph.Operators);
        Assert.Equal(4, layer.Version);
        (ModelTensor input, ModelTensor weights, ModelTensor bias, ModelTensor output) =
            (graph.Tensors[layer.Inputs[0]], graph.Tensors[layer.Inputs[1]], graph.Tensors[layer.Inputs[2]], graph.Tensors[layer.Outputs[0]]);
        Assert.Equal((TensorType.Int8, -28), (input.Type, input.Quantization.ZeroPoint));
        Assert.Equal(0.01f, input.Quantization.Scale, 1e-8f);
        Assert.Equal((TensorType.Int8, 0.01f, 0), (weights.Type, weights.Quantization.Scale, weights.Quantization.ZeroPoint));
        Assert.Equal<byte[]>([127, unchecked((byte)-50)], weights.Data!.Value.ToArray());
        Assert.Equal((TensorType.Int32, 0), (bias.Type, bias.Quantization.ZeroPoint));
        Assert.Equal(0.0001f, bias.Quantization.Scale, 1e-10f);
        Assert.Equal([5000], MemoryMarshal.Cast<byte, int>(bias.Data!.Value.Span).ToArray());
        Assert.Equal((2.4685f + 0.77f) / 255, output.Quantization.Scale, 1e-7f);
        Assert.Equal(-67, output.Quantization.ZeroPoint);
    }

    [Theory]
    [InlineData(BuiltinOperator.Relu, 1)]
    [InlineData(BuiltinOperator.Relu6, 3)]
    public void A_relu_becomes_part_of_the_operator_before_it(BuiltinOperator relu, int activation)
    {
        var model = new FloatModel(1, 2);
        model.Operator(relu, [model.FullyConnected(0, [10, 0, 0, 10], [0, 0])], [1, 2]);

        ModelSubgraph graph = FloatModel.Quantize(model.Build(), null, [0.2f, -0.4f]).Main;

        ModelOperator layer = Assert.Single(graph.Operators);
        Assert.Equal(activation, layer.Options.Byte(0, 0));
        Quantization output = graph.Tensors[Assert.Single(graph.Outputs)].Quantization;
        Assert.Equal(-128, output.ZeroPoint);
        Assert.Equal(2f / 255, output.Scale, 1e-7f);
    }

    [Fact]
    public void A_relu_stays_where_another_reads_its_input_too()
    {
        var model = new FloatModel(1, 2);
        int layer = model.FullyConnected(0, [1, 0, 0, 1], [0, 0]);
        int relu = model.Operator(BuiltinOperator.Relu, [layer], [1, 2]);
        model.Operator(BuiltinOperator.Add, [layer, relu], [1, 2], BuiltinOptionsType.Add);

        ModelSubgraph graph = FloatModel.Quantize(model.Build(), null, [1, -1]).Main;

        Assert.Equal(["FULLY_CONNECTED", "RELU", "ADD"], graph.Operators.Select(current => current.Name), StringComparer.Ordinal);
    }

    [Fact]
    public void Softmax_has_the_output_that_its_kernel_is_written_for_and_a_reshape_keeps_it()
    {
        var model = new FloatModel(1, 2);
        int probabilities = model.Operator(BuiltinOperator.Softmax, [0], [1, 2], BuiltinOptionsType.Softmax, (0, 1f));
        model.Operator(BuiltinOperator.Reshape, [probabilities, model.Integers(2)], [2]);

        ModelSubgraph graph = FloatModel.Quantize(model.Build(), null, [1, 0], [0, 3]).Main;

        foreach (ModelOperator current in graph.Operators)
        {
            Quantization output = graph.Tensors[current.Outputs[0]].Quantization;
            Assert.Equal((1f / 256, -128), (output.Scale, output.ZeroPoint));
        }
    }

    // The inputs of the concatenation reach to 2 and to 12: one scale of 12 / 255 for all three.
    [Fact]
    public void What_is_concatenated_has_one_scale()
    {
        var model = new FloatModel(1, 2);
        int first = model.FullyConnected(0, [2, 0, 0, 2], [0, 0]), second = model.FullyConnected(0, [12, 0, 0, 12], [0, 0]);
        model.Operator(BuiltinOperator.Concatenation, [first, second], [1, 4], BuiltinOptionsType.Concatenation, (0, 1));

        ModelSubgraph graph = FloatModel.Quantize(model.Build(), null, [1, 0]).Main;

        ModelOperator concatenation = graph.Operators[^1];
        foreach (int tensor in (int[])[.. concatenation.Inputs, .. concatenation.Outputs])
        {
            Assert.Equal(12f / 255, graph.Tensors[tensor].Quantization.Scale, 1e-6f);
            Assert.Equal(-128, graph.Tensors[tensor].Quantization.ZeroPoint);
        }
    }

    [Fact]
    public void Probabilities_are_rescaled_before_they_are_concatenated_with_others()
    {
        var model = new FloatModel(1, 2);
        int probabilities = model.Operator(BuiltinOperator.Softmax, [0], [1, 2], BuiltinOptionsType.Softmax, (0, 1f)), layer = model.FullyConnected(0, [9, 0, 0, 9], [0, 0]);
        model.Operator(BuiltinOperator.Concatenation, [probabilities, layer], [1, 4], BuiltinOptionsType.Concatenation, (0, 1));

        ModelSubgraph graph = FloatModel.Quantize(model.Build(), null, [1, 0]).Main;

        Assert.Equal(["SOFTMAX", "FULLY_CONNECTED", "QUANTIZE", "CONCATENATION"], graph.Operators.Select(current => current.Name), StringComparer.Ordinal);
        Assert.Equal(9f / 255, graph.Tensors[graph.Operators[2].Outputs[0]].Quantization.Scale, 1e-6f);
    }

    [Fact]
    public void Int16_activations_are_symmetric_with_a_bias_of_64_bits_and_general_scales()
    {
        var model = new FloatModel(1, 2);
        int layer = model.FullyConnected(0, [1.27f, 0, 0, 1.27f], [0.5f, -0.5f]);
        model.Operator(BuiltinOperator.Add, [layer, 0], [1, 2], BuiltinOptionsType.Add);

        ModelSubgraph graph = FloatModel.Quantize(model.Build(), new QuantizerOptions { Activations = TensorType.Int16 }, [3.2767f, -1]).Main;

        ModelTensor bias = graph.Tensors[graph.Operators[0].Inputs[2]], input = graph.Tensors[graph.Operators[0].Inputs[0]];
        Assert.Equal((TensorType.Int16, 0), (input.Type, input.Quantization.ZeroPoint));
        Assert.Equal(0.0001f, input.Quantization.Scale, 1e-9f);
        Assert.Equal(TensorType.Int64, bias.Type);
        Assert.Equal([500_000, -500_000], MemoryMarshal.Cast<byte, long>(bias.Data!.Value.Span).ToArray());
        Assert.False(graph.Operators[1].Options.Bool(1, true));
        Assert.Equal((1, 3), (graph.Operators[0].Version, graph.Operators[1].Version));
    }

    // Weights 0.7 and -0.3 at 0.1 a code: 7 and -3, in one byte 0xD7.
    // Inputs of means 2 and 1: what the cut weights add to the sum in the mean is taken off the bias.
    [Fact]
    public void The_bias_of_int4_weights_makes_up_for_their_errors()
    {
        var model = new FloatModel(1, 2);
        model.FullyConnected(0, [0.7f, 0.05f], [0.5f]);

        ModelSubgraph graph = FloatModel.Quantize(model.Build(), new QuantizerOptions { Int4Operators = new HashSet<int> { 0 } }, [1, 1], [3, 1]).Main;

        ModelOperator layer = Assert.Single(graph.Operators);
        (ModelTensor input, ModelTensor weights, ModelTensor bias) = (graph.Tensors[layer.Inputs[0]], graph.Tensors[layer.Inputs[1]], graph.Tensors[layer.Inputs[2]]);
        int packed = Assert.Single(weights.Data!.Value.ToArray());
        float scale = weights.Quantization.Scale;
        float corrected = 0.5f - (2 * (((packed & 15) * scale) - 0.7f)) - (((packed >> 4) * scale) - 0.05f);
        int code = Assert.Single(MemoryMarshal.Cast<byte, int>(bias.Data!.Value.Span).ToArray());
        Assert.Equal(corrected / (input.Quantization.Scale * scale), code, 0.6);
        Assert.NotEqual(0.5f / (input.Quantization.Scale * scale), code, 5f);
    }

    [Fact]
    public void Int4_weights_are_packed_the_even_one_low()
    {
        var model = new FloatModel(1, 2);
        model.FullyConnected(0, [0.7f, -0.3f], [0]);

        ModelSubgraph graph = FloatModel.Quantize(model.Build(), new QuantizerOptions { Int4Operators = new HashSet<int> { 0 } }, [1, 1]).Main;

        ModelTensor weights = graph.Tensors[graph.Operators[0].Inputs[1]];
        Assert.Equal((TensorType.Int4, 10), (weights.Type, graph.Operators[0].Version));
        Assert.Equal(0.1f, weights.Quantization.Scale, 1e-6f);
        Assert.Equal<byte[]>([0xD7], weights.Data!.Value.ToArray());
    }

    [Fact]
    public void The_codes_of_the_input_can_be_given()
    {
        var model = new FloatModel(1, 2);
        model.FullyConnected(0, [1, 1], [0]);

        ModelSubgraph graph = FloatModel.Quantize(model.Build(), new QuantizerOptions { Input = new Quantization([0.5f], [83], 0) }, [1, 1]).Main;

        Quantization input = graph.Tensors[graph.Inputs[0]].Quantization;
        Assert.Equal((0.5f, 83), (input.Scale, input.ZeroPoint));
    }

    [Fact]
    public void Tensors_that_nothing_reads_any_more_are_left_out()
    {
        var model = new FloatModel(1, 2);
        model.Operator(BuiltinOperator.Relu, [model.FullyConnected(0, [1, 1], [0])], [1, 1]);

        Assert.Equal(["t0", "t1", "t2", "t4"], FloatModel.Quantize(model.Build(), null, [1, 1]).Main.Tensors.Select(tensor => tensor.Name).Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    [Fact]
    public void A_constant_model_on_a_constant_input_is_quantized()
    {
        var model = new FloatModel(1, 2);
        model.FullyConnected(0, [0, 0], [0]);
        ModelSubgraph graph = FloatModel.Quantize(model.Build(), null, [0, 0]).Main;
        Assert.Equal(1, graph.Tensors[graph.Outputs[0]].Quantization.Scale);
    }
}
