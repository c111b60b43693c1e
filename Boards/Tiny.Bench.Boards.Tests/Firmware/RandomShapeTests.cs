using Tiny.Bench.Reference;
using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Plans;
using Tiny.Bench.Reference.Vectors;

namespace Tiny.Bench.Boards.Firmware;

/// <summary>The kernel libraries on drawn shapes, on this machine under the sanitizers, against the reference in each dialect.</summary>
public sealed class RandomShapeTests(PlanRunner runner) : IClassFixture<PlanRunner>
{
    private const int ShapesADay = 100;

    /// <summary>The fast libraries in two dialects; where TINYBENCH_SHAPES asks for more, all libraries in all.</summary>
    public static TheoryData<string, string> Libraries
    {
        get
        {
            bool isLong = RandomVectors.Count(ShapesADay) > ShapesADay;
            var libraries = new TheoryData<string, string>();
            foreach (string kernels in KernelLibraries.OnThisMachine.Skip(isLong ? 0 : 1))
            {
                foreach (string dialect in FirmwareOptions.Dialects.Take(isLong ? FirmwareOptions.Dialects.Count : 2))
                    libraries.Add(kernels, dialect);
            }

            return libraries;
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Libraries))]
    public async Task Every_shape_gives_the_bytes_of_the_reference(string kernels, string dialectName)
    {
        Assert.True(Dialects.TryParse(dialectName, out Dialect dialect));
        string program = await runner.BuildAsync(kernels, dialectName);
        for (int drawn = 0; drawn < RandomVectors.Count(ShapesADay); drawn += ShapesADay)
        {
            IReadOnlyList<VectorCase> cases = RandomVectors.Draw(1 + drawn, ShapesADay, dialect);
            VectorPlan[] plans = [.. cases.Select(one => PlanCompiler.Compile(one))];
            IReadOnlyList<PlanRun> runs = await runner.RunAsync(program, [.. plans.Select(plan => (plan.Plan, plan.Upload))]);
            Assert.Equal(
                cases.Zip(plans, (one, plan) => $"{one.Id} {one.Operation} {Crc32.Compute(plan.Expected.Span):x8}"),
                cases.Zip(runs, (one, run) => $"{one.Id} {one.Operation} {run.OutputCrc:x8}"),
                StringComparer.Ordinal);
        }
    }

    // A kernel that is right only where all codes are alike would pass.
    [Fact]
    public void Most_drawn_outputs_are_of_many_codes()
    {
        IReadOnlyList<VectorCase> drawn = RandomVectors.Draw(1, ShapesADay, Dialect.DoubleRounding);
        int varied = drawn.Count(one => one.Output.Read<sbyte>().ToArray().Distinct().Count() > Math.Min(32, one.Output.Shape.ElementCount / 4));
        Assert.InRange(varied, ShapesADay / 2, ShapesADay);
        Assert.Equal(3, drawn.Select(one => one.Operation).Distinct(StringComparer.Ordinal).Count());
    }
}
