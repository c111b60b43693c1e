using Tiny.Bench.Reference.Arithmetic;

namespace Tiny.Bench.Reference.Vectors;

/// <summary>Accumulators against the answers of the shipped vectors, which another implementation gave.</summary>
public sealed class AccumulatorOfTests
{
    private static readonly Lazy<VectorSuite> Suite = new(() => VectorSuite.Open(ShippedVectors.Folder));

    [Theory]
    [InlineData("conv2d")]
    [InlineData("depthwise_conv2d")]
    [InlineData("fully_connected")]
    [InlineData("add")]
    [InlineData("mul")]
    public void Requantized_and_clamped_it_is_the_answer(string operation)
    {
        int compared = 0;
        foreach (VectorCase vectorCase in Suite.Value.Cases.Where(candidate => candidate.Operation == operation && candidate.Output.Type == TensorType.Int8))
        {
            VectorParameters parameters = vectorCase.Parameters;
            ReadOnlySpan<sbyte> answers = vectorCase.Output.Read<sbyte>();
            for (int element = 0; element < answers.Length; element++)
            {
                Accumulator accumulator = Assert.NotNull(AccumulatorOf.Element(vectorCase, element));
                int code = DoubleRounding.Requantize(accumulator.Value, new QuantizedMultiplier(accumulator.Multiplier, accumulator.Shift))
                    + parameters.ZeroPoint("output");
                int clamped = Math.Clamp(code, parameters.Int32("activation_min", -128), parameters.Int32("activation_max", 127));
                Assert.True(clamped == answers[element], $"{vectorCase.Id}[{element}]: {clamped} instead of {answers[element]}");
                compared++;
            }
        }

        Assert.InRange(compared, 100, int.MaxValue);
    }

    [Theory]
    [InlineData("softmax_s8/one_column")]
    [InlineData("conv_s16/same")]
    public void Where_there_is_none_nothing_is_made_up(string id) =>
        Assert.Null(AccumulatorOf.Element(Suite.Value.Cases.Single(vectorCase => vectorCase.Id == id), 0));
}
