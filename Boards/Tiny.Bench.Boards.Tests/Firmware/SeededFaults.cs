using Tiny.Bench.Reference.Faults.Rewriting;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Boards.Firmware;

/// <summary>The seeded faults that exist in the firmware's C.</summary>
internal static class SeededFaults
{
    public static IReadOnlyList<SeededFault> InC() =>
        [.. FaultReader.ReadFolder(Path.Combine(Repository.Root, "Reference", "Faults")).Where(fault => fault.C.Count > 0)];
}
