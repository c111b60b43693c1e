using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Execution;

public sealed class SoftmaxPairTests
{
    // kws01 ends in its only softmax, so that is all which is run again; ad01 has none.
    [SkippableTheory]
    [InlineData("kws_ref_model.tflite", true)]
    [InlineData("ad01_int8.tflite", false)]
    public void Either_rule_gives_what_an_interpreter_of_its_own_gives(string file, bool differ)
    {
        TfliteModel model = OfficialModels.Load(file);
        bool differed = false;
        foreach (Dialect dialect in new[] { Dialect.DoubleRounding, Dialect.HalfEven })
        {
            var pair = new SoftmaxPair(model, dialect);
            for (int step = 1; step < 12; step += 2)
            {
                byte[] input = [.. Enumerable.Range(0, pair.FixedPoint.Inputs[0].Bytes.Length).Select(index => (byte)(index * step))];
                pair.Invoke(input);
                byte[] plain = AssertEqual(model, new ArithmeticRule(dialect, SoftmaxRule.FixedPoint), input, pair);
                byte[] cut = AssertEqual(model, new ArithmeticRule(dialect, SoftmaxRule.TruncatingFloat), input, pair);
                differed |= !plain.SequenceEqual(cut);
            }
        }

        Assert.Equal(differ, differed);
    }

    // 42.67 of 256 for each of six: 43 rounded, 42 cut.
    [Fact]
    public void A_softmax_without_a_predecessor_is_run_by_either_rule()
    {
        byte[] file = OperatorModel.Of(
            BuiltinOperator.Softmax,
            BuiltinOptionsType.Softmax,
            [new(TensorType.Int8, 1, 6), new(TensorType.Int8, 1, 6) { Scale = 1f / 256, ZeroPoint = -128 }],
            (0, BitConverter.SingleToInt32Bits(1))).Write();
        var pair = new SoftmaxPair(TfliteModel.Parse(file, "softmax"), Dialect.DoubleRounding);

        pair.Invoke(new byte[6]);

        Assert.Equal(43 - 128, pair.Of(SoftmaxRule.FixedPoint).Outputs[0].Read<sbyte>()[0]);
        Assert.Equal(42 - 128, pair.Of(SoftmaxRule.TruncatingFloat).Outputs[0].Read<sbyte>()[0]);
    }

    private static byte[] AssertEqual(TfliteModel model, ArithmeticRule rule, byte[] input, SoftmaxPair pair)
    {
        var alone = new Interpreter(model, new InterpreterOptions { Dialect = rule.Dialect, Softmax = rule.Softmax });
        alone.SetInput(0, input);
        alone.Invoke();
        Assert.Equal(alone.Outputs[0].Bytes, pair.Of(rule.Softmax).Outputs[0].Bytes);
        return alone.Outputs[0].Bytes.ToArray();
    }
}
