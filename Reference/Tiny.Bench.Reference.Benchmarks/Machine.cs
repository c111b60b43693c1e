using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Tiny.Bench.Reference.Benchmarks;

/// <summary>What ran the measurements.</summary>
internal static class Machine
{
    private const string ProcessorInfo = "/proc/cpuinfo", LoadAverage = "/proc/loadavg";

    /// <summary>Processor, vector instructions, cores, system and runtime.</summary>
    public static string Description =>
        $"{Processor} ({Vectors}), {Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription.Trim()}, {RuntimeInformation.FrameworkDescription}";

    /// <summary>The load over 1, 5 and 15 minutes; <c>unknown</c> where the system does not tell it.</summary>
    public static string Load => File.Exists(LoadAverage) ? string.Join(' ', File.ReadAllText(LoadAverage).Split(' ').Take(3)) : "unknown";

    private static string Processor => File.Exists(ProcessorInfo)
        ? File.ReadLines(ProcessorInfo).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[^1].Trim() ?? Architecture
        : Architecture;

    private static string Architecture => RuntimeInformation.ProcessArchitecture.ToString();

    private static string Vectors => string.Join(
        ", ",
        new[]
        {
            (AvxVnni.IsSupported, "AVX-VNNI"),
            (Avx512BW.IsSupported, "AVX-512BW"),
            (Avx2.IsSupported, "AVX2"),
            (Vector128.IsHardwareAccelerated, "128-bit vectors"),
        }.Where(feature => feature.Item1).Select(feature => feature.Item2));
}
