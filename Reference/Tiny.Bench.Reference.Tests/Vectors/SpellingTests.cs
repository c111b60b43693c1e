using System.Text;
using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Reference.Vectors;

/// <summary>Shipped cases with their names spelt as other converters spell them: the answer must not change, and nothing may be dropped.</summary>
public sealed class SpellingTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("fully_connected_s8", "\"bias\":{", "\"biases\":{")]
    [InlineData("conv_s16", "\"bias\":{", "\"biases\":{")]
    [InlineData("batch_matmul_s8", "\"lhs\":", "\"input1\":", "\"rhs\":", "\"input2\":", "\"lhs_", "\"input1_", "\"rhs_", "\"input2_")]
    [InlineData("batch_matmul_s8", "\"lhs\":", "\"x\":", "\"rhs\":", "\"y\":", "\"lhs_", "\"x_", "\"rhs_", "\"y_")]
    [InlineData("maximum_s8", "\"input1\":", "\"lhs\":", "\"input2\":", "\"rhs\":")]
    [InlineData("add_s8", "\"input1\":", "\"lhs\":", "\"input2\":", "\"rhs\":", "\"input1_", "\"lhs_", "\"input2_", "\"rhs_")]
    [InlineData("mul_s16", "\"input1\":", "\"lhs\":", "\"input2\":", "\"rhs\":", "\"input1_", "\"lhs_", "\"input2_", "\"rhs_")]
    [InlineData("mul_s8", "\"input1\":", "\"lhs\":", "\"input2\":", "\"rhs\":", "\"input1_", "\"lhs_", "\"input2_", "\"rhs_")]
    [InlineData("svdf_s8", "multiplier_in", "in_multiplier", "shift_in", "in_shift", "\"weights_feature\":{", "\"wf\":{", "\"weights_time\":{", "\"wt\":{")]
    [InlineData("svdf_s8", "multiplier_out", "multiplier_2", "shift_out", "shift_2", "multiplier_in", "multiplier_1", "shift_in", "shift_1")]
    [InlineData("lstm_s8", "\"gate_input\"", "\"input\"", "\"gate_hidden\"", "\"recurrent\"")]
    [InlineData("lstm_s8", "_input_weights\":", "_gate_weights_input\":", "_hidden_weights\":", "_gate_recurrent_weights\":", "\"cell_scale_power\"", "\"cell_state_shift\"")]
    [InlineData("lstm_s16", "\"output_zero_point\"", "\"hidden_zero_point\"", "\"output_offset\"", "\"hidden_offset\"")]
    public void A_natural_spelling_is_understood(string category, params string[] replacements)
    {
        Spell(category, replacements);
        VectorSuite suite = VectorSuite.Open(_folder.Path);
        var runner = new VectorRunner(Dialect.DoubleRounding);

        Assert.Empty(suite.Refused);
        Assert.All(suite.Cases, vectorCase => Assert.Equal(VectorOutcome.Passed, runner.Run(vectorCase).Outcome));
    }

    // The clamp of the state may be given for another type; what the state cannot hold is never stored.
    [Fact]
    public void A_clamp_wider_than_the_state_is_cut_to_it()
    {
        Spell("svdf_s8", "\"input_activation_min\":-128", "\"input_activation_min\":-32768", "\"input_activation_max\":127", "\"input_activation_max\":32767");
        var runner = new VectorRunner(Dialect.DoubleRounding);
        VectorCase[] narrow = [.. VectorSuite.Open(_folder.Path).Cases.Where(vectorCase => vectorCase.Tensor("weights_time").Type == TensorType.Int8)];
        Assert.NotEmpty(narrow);
        Assert.All(narrow, vectorCase => Assert.Equal(VectorOutcome.Passed, runner.Run(vectorCase).Outcome));
    }

    private void Spell(string category, params string[] replacements)
    {
        string text = Encoding.UTF8.GetString(VectorFile.Read(Path.Combine(ShippedVectors.Folder, $"{category}.jsonl.gz")));
        for (int pair = 0; pair < replacements.Length; pair += 2)
        {
            Assert.Contains(replacements[pair], text, StringComparison.Ordinal);
            text = text.Replace(replacements[pair], replacements[pair + 1], StringComparison.Ordinal);
        }

        _folder.Write("a.jsonl", text);
        _folder.Write("a.bin", VectorFile.Read(Path.Combine(ShippedVectors.Folder, $"{category}.bin.gz")));
    }
}
