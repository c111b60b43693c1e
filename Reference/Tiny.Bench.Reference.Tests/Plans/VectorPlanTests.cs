using Tiny.Bench.Reference.Vectors;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Reference.Plans;

/// <summary>Vector cases as plans of one operator: what the blob alone computes is what the case expects.</summary>
public sealed class VectorPlanTests
{
    private static readonly string[] Operations =
        ["add", "average_pool2d", "conv2d", "depthwise_conv2d", "fully_connected", "max_pool2d", "mul", "softmax"];

    [Fact]
    public void Every_shipped_case_of_int8_comes_out_of_its_plan() => RunAll(VectorSuite.Open(ShippedVectors.Folder), [.. Operations, "reshape"]);

    [SkippableFact]
    public void Every_shared_case_of_int8_comes_out_of_its_plan() => RunAll(VectorSuite.Open(Official.Vectors()), Operations);

    [Fact]
    public void The_same_case_gives_the_same_bytes()
    {
        VectorCase vectorCase = VectorSuite.Open(ShippedVectors.Folder).Cases.First(candidate => candidate.Operation == "conv2d");
        Assert.True(PlanCompiler.Compile(vectorCase).Plan.Span.SequenceEqual(PlanCompiler.Compile(vectorCase).Plan.Span));
    }

    [Theory]
    [InlineData("conv_s16")]
    [InlineData("maximum_s8")]
    [InlineData("transpose_conv_s8")]
    [InlineData("softmax_s8_s16")]
    [InlineData("network_s8")]
    public void What_has_no_form_in_a_plan_says_so(string category)
    {
        VectorCase vectorCase = VectorSuite.Open(ShippedVectors.Folder).Cases.First(candidate => candidate.Id.StartsWith(category + "/", StringComparison.Ordinal));
        var error = Assert.Throws<UnsupportedVectorException>(() => PlanCompiler.Compile(vectorCase));
        Assert.Equal(vectorCase.Id, error.Where);
    }

    private static void RunAll(VectorSuite suite, string[] operations)
    {
        var seen = new SortedSet<string>(StringComparer.Ordinal);
        foreach (VectorCase vectorCase in suite.Cases.Where(vectorCase => IsInt8(vectorCase, operations)))
        {
            VectorPlan lowered = PlanCompiler.Compile(vectorCase);
            Assert.Null(PlanImage.Read(lowered.Plan, vectorCase.Id).ModelSha256);
            var machine = new PlanMachine(lowered.Plan);
            machine.Load(lowered.Upload.Span);
            machine.Run();
            Assert.True(lowered.Expected.Span.SequenceEqual(machine.Output), vectorCase.Id);
            Assert.True(vectorCase.Output.ReadIntegers().Select(code => (byte)code).SequenceEqual(machine.Output.ToArray()), vectorCase.Id);
            seen.Add(vectorCase.Operation);
        }

        Assert.Equal(string.Join(' ', operations.Order(StringComparer.Ordinal)), string.Join(' ', seen));
    }

    private static bool IsInt8(VectorCase vectorCase, string[] operations) =>
        operations.Contains(vectorCase.Operation, StringComparer.Ordinal)
        && vectorCase.Output.Type == TensorType.Int8
        && vectorCase.Tensors.Where(tensor => tensor.Key.StartsWith("input", StringComparison.Ordinal)).All(tensor => tensor.Value.Type == TensorType.Int8);
}
