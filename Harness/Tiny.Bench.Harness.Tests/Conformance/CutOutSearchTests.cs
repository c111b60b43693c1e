using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Vectors;

namespace Tiny.Bench.Harness.Conformance;

public sealed class CutOutSearchTests
{
    private static readonly Lazy<VectorSuite> Suite = new(() => VectorSuite.Open(ShippedVectors.Folder));

    [Fact]
    public async Task A_fault_of_every_sum_is_cut_to_one_product()
    {
        var target = new FaultyTarget(_ => true);
        CutOut found = await SearchAsync(target, "depthwise_conv_s8/multiplier_two");
        Assert.Equal("[1,1,1,1]", found.Result.Case.Output.Shape.ToString());
        Assert.Equal("[1,1,1,1]", found.Result.Case.Tensor("weights").Shape.ToString());
        Assert.Equal(target.Runs, found.Runs);
    }

    [Fact]
    public async Task A_fault_that_takes_a_second_channel_keeps_it()
    {
        var target = new FaultyTarget(vectorCase => vectorCase.Output.Shape[^1] > 1);
        CutOut found = await SearchAsync(target, "depthwise_conv_s8/multiplier_two");
        Assert.Equal("[1,1,1,2]", found.Result.Case.Output.Shape.ToString());
    }

    [Fact]
    public async Task The_search_ends_after_twenty_runs()
    {
        // Fails only whole: every cut passes and is tried in vain.
        VectorCase whole = Suite.Value.Cases.Single(vectorCase => vectorCase.Id == "conv_s8/same_even_height");
        var target = new FaultyTarget(vectorCase => vectorCase.Output.Shape.Equals(whole.Output.Shape));
        CutOut found = await SearchAsync(target, whole.Id);
        Assert.InRange(found.Runs, 2, CutOutSearch.MostRuns);
        Assert.Equal(whole.Output.Shape, found.Result.Case.Output.Shape);
    }

    [Fact]
    public async Task What_passes_alone_has_no_cut_out() =>
        Assert.Null(await CutOutSearch.RunAsync(new FaultyTarget(_ => false), Suite.Value.Cases.First(vectorCase => vectorCase.Id.StartsWith("conv_s8/", StringComparison.Ordinal)), CancellationToken.None));

    private static async Task<CutOut> SearchAsync(FaultyTarget target, string id)
    {
        CutOut? found = await CutOutSearch.RunAsync(target, Suite.Value.Cases.Single(vectorCase => vectorCase.Id == id), CancellationToken.None);
        return Assert.IsType<CutOut>(found);
    }

    // The host's kernels with a fault: the last output is off by one in cases that show it.
    private sealed class FaultyTarget(Func<VectorCase, bool> shows) : IVectorTarget
    {
        public string Name => "faulty";

        public Dialect Dialect => Dialect.DoubleRounding;

        public int Runs { get; private set; }

        public ValueTask<VectorResult> RunAsync(VectorCase vectorCase, CancellationToken cancellationToken)
        {
            Runs++;
            VectorResult right = new VectorRunner(Dialect).Run(vectorCase);
            byte[] output = [.. right.Computed!.ReadIntegers().Select(code => (byte)code)];
            if (shows(vectorCase))
                output[^1] ^= 1;
            return ValueTask.FromResult(VectorResult.Compare(vectorCase, output));
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
