using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Reference.Vectors.Cutting;

public sealed class CaseCutterTests
{
    private static readonly Lazy<VectorSuite> Suite = new(() => VectorSuite.Open(ShippedVectors.Folder));

    /// <summary>Cutting image, rows and output channels leaves an output what it was: it reads the same inputs. So says another implementation.</summary>
    [Theory]
    [InlineData("conv2d", 2)]
    [InlineData("depthwise_conv2d", 2)]
    [InlineData("average_pool2d", 2)]
    [InlineData("max_pool2d", 2)]
    [InlineData("fully_connected", 2)]
    [InlineData("add", 1)]
    [InlineData("mul", 1)]
    public void An_output_cut_out_alone_keeps_its_value(string operation, int steps)
    {
        int compared = 0;
        foreach (VectorCase vectorCase in Suite.Value.Cases.Where(candidate => candidate.Operation == operation && CaseCutter.StepsOf(candidate) > 0))
        {
            ReadOnlySpan<sbyte> answers = vectorCase.Output.Read<sbyte>();
            foreach (int element in new[] { 0, answers.Length / 2, answers.Length - 1 })
            {
                if (Smallest(vectorCase, element, steps) is not { } alone)
                    continue;
                Assert.True(alone.Output.Read<sbyte>()[0] == answers[element], $"{vectorCase.Id}[{element}]");
                compared++;
            }
        }

        Assert.InRange(compared, 6, int.MaxValue);
    }

    [Fact]
    public void Every_smaller_case_can_be_written_and_read_back()
    {
        using var folder = new TemporaryFolder();
        var cut = new List<VectorCase>();
        foreach (VectorCase vectorCase in Suite.Value.Cases.Where(candidate => CaseCutter.StepsOf(candidate) > 0))
        {
            for (int step = 0; step < CaseCutter.StepsOf(vectorCase); step++)
            {
                foreach (VectorCase smaller in CaseCutter.Smaller(vectorCase, step, vectorCase.Output.Shape.ElementCount - 1, Dialect.DoubleRounding))
                    cut.Add(smaller.Renamed($"cut/{cut.Count}"));
            }
        }

        VectorWriter.Write(folder.Path, "cut", cut);

        var read = VectorSuite.Open(folder.Path);
        var runner = new VectorRunner(Dialect.DoubleRounding);
        Assert.Empty(read.Refused);
        Assert.InRange(cut.Count, 500, int.MaxValue);
        Assert.Equal(cut.Count, read.Cases.Count(vectorCase => runner.Run(vectorCase).Outcome == VectorOutcome.Passed));
    }

    [Fact]
    public void Half_of_the_input_channels_and_of_the_window_is_smaller_each_time()
    {
        VectorCase alone = Smallest(Suite.Value.Cases.First(candidate => candidate.Operation == "conv2d" && candidate.Tensor("weights").Shape[3] > 2), 0, 2)!;
        VectorCase channels = CaseCutter.Smaller(alone, 2, 0, Dialect.DoubleRounding).First();
        Assert.Equal(alone.Tensor("weights").Shape[3] / 2, channels.Tensor("weights").Shape[3]);
        Assert.Equal(1, channels.Output.Shape.ElementCount);
    }

    // The first of each step's cases is the smallest; null where the element lies outside of the image and nothing can be cut.
    private static VectorCase? Smallest(VectorCase vectorCase, int element, int steps)
    {
        VectorCase current = vectorCase;
        for (int step = 0; step < steps; step++)
        {
            VectorCase? smaller = CaseCutter.Smaller(current, step, element, Dialect.DoubleRounding).FirstOrDefault();
            if (smaller is null)
                continue;

            // Rows first, then what is left of the row: the element is at its own place of the last axis.
            element = smaller.Output.Shape.ElementCount == 1 ? 0 : element % smaller.Output.Shape[^1];
            current = smaller;
        }

        return current.Output.Shape.ElementCount == 1 ? current : null;
    }
}
