namespace Tiny.Bench.Boards.Firmware;

/// <summary>The kernel libraries of this checkout.</summary>
internal static class KernelLibraries
{
    /// <summary>Those that run on this machine, by their folders from the Makefile's: vector instructions are stood in for by C.</summary>
    public static IReadOnlyList<string> OnThisMachine { get; } = ["kernels/portable", "kernels/blocked", "tests/kernels-dsp", "tests/kernels-mve"];
}
