using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Execution;

/// <summary>Small files that ask for much: each is refused before it costs anything.</summary>
public class InterpreterLimitsTests
{
    private static readonly InterpreterOptions Limits = new() { MaximumArenaBytes = 8 << 20, MaximumSteps = 1 << 24 };

    [Fact]
    public void The_taps_of_a_transposed_convolution_between_the_pixels_count()
    {
        OperatorModelTensor pixel = new(TensorType.Int8, 1, 1, 1, 1), image = new(TensorType.Int8, 1, 2048, 2048, 1);
        var model = OperatorModel.Of(
            BuiltinOperator.TransposeConv,
            BuiltinOptionsType.TransposeConv,
            [new OperatorModelTensor(TensorType.Int32, 4) { Scale = null }.Constant(1, 2048, 2048, 1), new OperatorModelTensor(TensorType.Int8, 1, 32, 32, 1).Constant(), pixel, image]);
        model.Options[1] = 2048;
        model.Options[2] = 2048;
        Assert.Contains("steps", Refuse(model.Write()), StringComparison.Ordinal);
    }

    [Fact]
    public void Operators_that_only_move_count_each_element()
    {
        OperatorModelTensor tensor = new(TensorType.Int8, 1 << 20);
        OperatorModel model = OperatorModel.Of(BuiltinOperator.Relu, BuiltinOptionsType.None, [tensor, tensor]);
        for (int output = 2; output < 20; output++)
            model.Tensors.Add(tensor);

        string problem = Refuse(model.Write(19, index => [index], index => [index + 1]));

        Assert.Contains("steps up to operator 8", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_without_elements_count_for_every_input()
    {
        OperatorModelTensor empty = new(TensorType.Int8, 1 << 16, 0);
        OperatorModel model = OperatorModel.Of(BuiltinOperator.Concatenation, BuiltinOptionsType.Concatenation, [empty, empty]);
        model.Options[0] = 1;
        model.Inputs.AddRange(Enumerable.Repeat(0, 1 << 16));
        Assert.Contains("steps", Refuse(model.Write()), StringComparison.Ordinal);
    }

    // Every operator keeps a factor of 8 bytes for each of its channels.
    [Fact]
    public void Factors_that_many_operators_derive_from_one_filter_count_together()
    {
        const int channels = 1 << 18;
        OperatorModelTensor depth = new(TensorType.Int8, 1, 1), filter = new(TensorType.Int8, channels, 1), units = new(TensorType.Int8, 1, channels);
        OperatorModel model = OperatorModel.Of(BuiltinOperator.FullyConnected, BuiltinOptionsType.FullyConnected, [depth, filter, units]);
        for (int output = 3; output < 8; output++)
            model.Tensors.Add(units);

        string problem = Refuse(model.Write(5, _ => [0, 1], index => [index + 2]));

        Assert.Contains("operator 4 (FULLY_CONNECTED)", problem, StringComparison.Ordinal);
        Assert.Contains("more than may be kept", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_vector_of_axes_is_short()
    {
        OperatorModelTensor axes = new OperatorModelTensor(TensorType.Int32, 1000) { Scale = null }.Constant();
        OperatorModel model = OperatorModel.Of(BuiltinOperator.Mean, BuiltinOptionsType.Reducer, [new(TensorType.Int8, 4, 4), axes, new(TensorType.Int8, 4)]);
        Assert.Contains("1000 elements", Refuse(model.Write()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_graph_may_have_no_inputs_no_operators_and_a_constant_as_output()
    {
        OperatorModel model = OperatorModel.Of(BuiltinOperator.Relu, BuiltinOptionsType.None, [new OperatorModelTensor(TensorType.Int8, 3).Constant(), new(TensorType.Int8, 3)]);
        model.GraphOutputs[0] = 0;

        var interpreter = new Interpreter(TfliteModel.Parse(model.Write(0, _ => [], _ => []), "m"), Limits);
        interpreter.Invoke();

        Assert.Equal(0, interpreter.Inputs.Length);
        Assert.Equal(new byte[3], interpreter.Outputs[0].Bytes.ToArray());
    }

    private static string Refuse(byte[] file) =>
        Assert.Throws<ModelFormatException>(() => new Interpreter(TfliteModel.Parse(file, "m"), Limits)).Message;
}
