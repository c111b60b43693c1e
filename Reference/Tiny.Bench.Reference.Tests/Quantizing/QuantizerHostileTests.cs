using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Quantizing;

/// <summary>What cannot be quantized is refused, with the tensor or operator and the reason.</summary>
public sealed class QuantizerHostileTests
{
    [Theory]
    [InlineData(float.NaN, "NaN")]
    [InlineData(float.PositiveInfinity, "Infinity")]
    public void A_weight_that_is_no_number_is_named(float weight, string text)
    {
        var model = new FloatModel(1, 2);
        model.FullyConnected(0, [1, weight], [0]);
        Refuses(model, $"model, tensor 1 (t1): has {text} as element 1; expected a finite value", [1, 1]);
    }

    [Fact]
    public void A_value_that_overflows_is_named()
    {
        var model = new FloatModel(1, 2);
        model.FullyConnected(0, [3e38f, 0], [0]);
        Refuses(model, "model, tensor 3 (t3): takes values from Infinity to Infinity; expected finite ones", [3e38f, 0]);
    }

    [Fact]
    public void A_sample_that_is_no_number_is_named()
    {
        var model = new FloatModel(1, 2);
        model.FullyConnected(0, [1, 1], [0]);
        Refuses(model, "model, tensor 0 (t0): takes values from NaN to NaN; expected finite ones", [1, float.NaN]);
    }

    [Fact]
    public void No_sample_is_too_few()
    {
        var model = new FloatModel(1, 2);
        model.FullyConnected(0, [1, 1], [0]);
        Refuses(model, "model: has no calibration sample; expected at least 1");
    }

    [Fact]
    public void An_operator_without_a_kernel_is_named()
    {
        var model = new FloatModel(1, 2);
        model.Operator((BuiltinOperator)47, [0], [1, 2]);
        var error = Assert.Throws<UnsupportedOperatorException>(() => FloatModel.Quantize(model.Build(), null, [1, 1]));
        Assert.Equal("model, operator 0 (EXP): version 1 has no kernel", error.Message);
    }

    [Fact]
    public void An_operator_without_a_rule_is_named()
    {
        var model = new ModelOperator { Index = 3, Code = BuiltinOperator.Svdf, Version = 1, Inputs = [], Outputs = [], Options = OperatorOptions.None };
        var error = Assert.Throws<UnsupportedOperatorException>(() => OperatorRules.Of(model, "model"));
        Assert.Equal("model, operator 3 (SVDF): cannot be quantized", error.Message);
    }

    [Fact]
    public void An_operator_without_its_inputs_is_named()
    {
        var model = new FloatModel(1, 2);
        model.Operator(BuiltinOperator.FullyConnected, [0], [1, 2]);
        var error = Assert.Throws<ModelFormatException>(() => FloatModel.Quantize(model.Build(), null, [1, 1]));
        Assert.StartsWith("model, operator 0 (FULLY_CONNECTED): has 1 inputs", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_constant_without_elements_is_named()
    {
        var model = new FloatModel(1, 2);
        model.Operator(BuiltinOperator.Add, [0, model.Constant([0])], [1, 2]);
        Refuses(model, "model, tensor 1 (t1): has no element; expected at least 1", [1, 1]);
    }

    [Fact]
    public void An_operator_without_an_int16_kernel_is_named()
    {
        var model = new FloatModel(1, 2);
        model.Operator(BuiltinOperator.Logistic, [0], [1, 2]);
        var error = Assert.Throws<UnsupportedOperatorException>(
            () => FloatModel.Quantize(model.Build(), new QuantizerOptions { Activations = TensorType.Int16 }, [1, 1]));
        Assert.Contains("operator 0 (LOGISTIC)", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_quantized_model_is_refused()
    {
        var model = new FloatModel(1, 2);
        model.FullyConnected(0, [1, 1], [0]);
        TfliteModel quantized = FloatModel.Quantize(model.Build(), null, [1, 1]);
        var error = Assert.Throws<QuantizationException>(() => new Calibrator(quantized));
        Assert.Equal("model, tensor 0 (t0): is INT8: the model is quantized already; expected a float model", error.Message);
    }

    [Fact]
    public void Computed_weights_are_refused()
    {
        var model = new FloatModel(2, 2);
        model.Operator(BuiltinOperator.FullyConnected, [0, 0], [2, 2]);
        Refuses(model, "model, operator 0 (FULLY_CONNECTED): computes its weights; expected constant ones", [1, 1, 1, 1]);
    }

    [Fact]
    public void Int4_weights_with_int16_activations_are_refused()
    {
        var model = new FloatModel(1, 2);
        model.FullyConnected(0, [1, 1], [0]);
        var options = new QuantizerOptions { Activations = TensorType.Int16, Int4Operators = new HashSet<int> { 0 } };
        Assert.Throws<ArgumentException>(() => FloatModel.Quantize(model.Build(), options, [1, 1]));
    }

    private static void Refuses(FloatModel model, string message, params float[][] samples)
    {
        var error = Assert.Throws<QuantizationException>(() => FloatModel.Quantize(model.Build(), null, samples));
        Assert.Equal(message, error.Message);
    }
}
