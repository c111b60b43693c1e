using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Plans;
using Tiny.Bench.Reference.Vectors;

namespace Tiny.Bench.Boards.Firmware;

/// <summary>The firmware's kernels in each dialect on sums that lie on ties, beside them and beyond binary32.</summary>
public sealed class DialectKernelTests(PlanRunner runner) : IClassFixture<PlanRunner>
{
    public static TheoryData<string> Names => [.. FirmwareOptions.Dialects];

    [SkippableTheory]
    [MemberData(nameof(Names))]
    public async Task Each_dialect_gives_the_codes_of_the_reference(string name)
    {
        Assert.True(Dialects.TryParse(name, out Dialect dialect));
        string program = await runner.BuildAsync(dialect: name);
        foreach (VectorCase probe in TieProbes.Cases)
        {
            VectorPlan plan = PlanCompiler.Compile(probe);
            PlanRun run = Assert.Single(await runner.RunAsync(program, plan.Plan, plan.Upload));
            Assert.Equal(TieProbes.Answer(probe, new ArithmeticRule(dialect, SoftmaxRule.FixedPoint)), Array.ConvertAll(run.Output, code => (sbyte)code));
        }
    }

    [Fact]
    public void Half_to_even_is_the_only_dialect_without_firmware() =>
        Assert.Equal(["half-even"], Dialects.All.Select(dialect => dialect.Name()).Except(FirmwareOptions.Dialects, StringComparer.Ordinal), StringComparer.Ordinal);
}
