namespace Tiny.Bench.Reference.Faults;

/// <summary>What must hold of any interpreter, whatever it computes.</summary>
internal static class Invariants
{
    public static IEnumerable<FaultCase> All() => [];
}
