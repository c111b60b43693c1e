using Tiny.Bench.Reference;
using Tiny.Bench.Reference.Plans;
using Tiny.Bench.Reference.Vectors;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Boards.Firmware;

/// <summary>The kernel vectors on the firmware's kernels: each case lowered to a plan of one operator.</summary>
public sealed class KernelVectorTests(PlanRunner runner) : IClassFixture<PlanRunner>
{
    private static readonly string[] Operations =
        ["conv2d", "depthwise_conv2d", "fully_connected", "average_pool2d", "max_pool2d", "add", "mul", "softmax"];

    public static TheoryData<string> Libraries => [.. KernelLibraries.OnThisMachine];

    [SkippableTheory]
    [MemberData(nameof(Libraries))]
    public async Task Every_case_gives_the_bytes_of_TFLM(string kernels)
    {
        IReadOnlyDictionary<string, int> wrong = await CountWrongAsync(kernels, VectorSuite.Open(Official.Vectors()));
        RequireAllRight(wrong, Operations);
    }

    [SkippableTheory]
    [MemberData(nameof(Libraries))]
    public async Task Every_shipped_case_gives_the_bytes_of_the_second_opinion(string kernels)
    {
        IReadOnlyDictionary<string, int> wrong = await CountWrongAsync(kernels, VectorSuite.Open(ShippedVectors.Folder));
        RequireAllRight(wrong, [.. Operations, "reshape"]);
    }

    // Ties that go up instead of away from zero: rare in a sum of many products, certain among many sums and products of two.
    [SkippableFact]
    public async Task Another_kernel_library_can_be_put_in_and_its_fault_is_found_by_CRC()
    {
        IReadOnlyDictionary<string, int> wrong = await CountWrongAsync("tests/kernels-faulty", VectorSuite.Open(Official.Vectors()));

        Assert.All(["depthwise_conv2d", "fully_connected", "add", "mul"], operation => Assert.NotEqual(0, wrong[operation]));
        Assert.All(["average_pool2d", "max_pool2d", "softmax"], operation => Assert.Equal(0, wrong[operation]));
    }

    // Cases whose operator has another CRC than the expected output, by operation.
    private async Task<IReadOnlyDictionary<string, int>> CountWrongAsync(string kernels, VectorSuite suite)
    {
        string program = await runner.BuildAsync(kernels);
        var wrong = new Dictionary<string, int>(StringComparer.Ordinal);
        VectorCase[] cases = [.. suite.Cases.Where(IsInt8)];
        VectorPlan[] plans = [.. cases.Select(vectorCase => PlanCompiler.Compile(vectorCase))];
        IReadOnlyList<PlanRun> runs = await runner.RunAsync(program, [.. plans.Select(plan => (plan.Plan, plan.Upload))]);
        Assert.Equal(plans.Length, runs.Count);
        for (int i = 0; i < cases.Length; i++)
        {
            string operation = cases[i].Operation;
            bool isWrong = Assert.Single(runs[i].Operators) != Crc32.Compute(plans[i].Expected.Span);
            wrong[operation] = wrong.GetValueOrDefault(operation) + (isWrong ? 1 : 0);
        }

        return wrong;
    }

    private static void RequireAllRight(IReadOnlyDictionary<string, int> wrong, string[] operations)
    {
        Assert.Equal(operations.Order(StringComparer.Ordinal), wrong.Keys.Order(StringComparer.Ordinal));
        Assert.All(wrong, operation => Assert.Equal(0, operation.Value));
    }

    private static bool IsInt8(VectorCase vectorCase) =>
        (Operations.Contains(vectorCase.Operation) || vectorCase.Operation == "reshape")
        && vectorCase.Output.Type == TensorType.Int8
        && vectorCase.Tensors.Where(tensor => tensor.Key.StartsWith("input", StringComparison.Ordinal)).All(tensor => tensor.Value.Type == TensorType.Int8);
}
