using Tiny.Bench.Reference.Plans;
using Tiny.Bench.Reference.Vectors;

namespace Tiny.Bench.Boards.Firmware;

/// <summary>The shipped vectors that a plan has a form for.</summary>
internal static class VectorPlans
{
    private static readonly Lazy<IReadOnlyList<(VectorCase Case, VectorPlan Plan)>> Shipped = new(() => [.. VectorSuite.Open(ShippedVectors.Folder).Cases
        .Select(vectorCase => (Case: vectorCase, Plan: TryCompile(vectorCase)))
        .Where(pair => pair.Plan is not null)
        .Select(pair => (pair.Case, pair.Plan!))]);

    public static IReadOnlyList<(VectorCase Case, VectorPlan Plan)> All => Shipped.Value;

    private static VectorPlan? TryCompile(VectorCase vectorCase)
    {
        try
        {
            return PlanCompiler.Compile(vectorCase);
        }
        catch (Exception e) when (e is UnsupportedVectorException or PlanFormatException)
        {
            return null;
        }
    }
}
