using System.Runtime.InteropServices;

namespace Tiny.Bench.Results.Records;

/// <summary>The machine that the harness ran on.</summary>
public sealed record MachineDescription
{
    /// <summary>Operating system, as it calls itself.</summary>
    public required string Os { get; init; }

    /// <summary>Name of the processor, or its architecture when the system does not tell the name.</summary>
    public required string Cpu { get; init; }

    /// <summary>Logical processors that the process may use, at least 1.</summary>
    public required int Cores { get; init; }

    /// <summary>The runtime: ".NET 10.0.1".</summary>
    public required string Runtime { get; init; }

    /// <summary>Describes this machine.</summary>
    public static MachineDescription Current() => new()
    {
        Os = RuntimeInformation.OSDescription,
        Cpu = CpuName(ReadCpuInfo()) ?? RuntimeInformation.ProcessArchitecture.ToString(),
        Cores = Environment.ProcessorCount,
        Runtime = RuntimeInformation.FrameworkDescription,
    };

    /// <summary>The name in Linux's <c>/proc/cpuinfo</c>; null when it has none, as on many Arm machines.</summary>
    internal static string? CpuName(IEnumerable<string> lines)
    {
        foreach (string line in lines)
        {
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0 && line.AsSpan(0, colon).Trim().SequenceEqual("model name") && !string.IsNullOrWhiteSpace(line[(colon + 1)..]))
                return line[(colon + 1)..].Trim();
        }

        return null;
    }

    // A name is nice to have: a system without the file, or one that keeps it closed, is described by its architecture.
    private static string[] ReadCpuInfo()
    {
        try
        {
            return File.ReadAllLines("/proc/cpuinfo");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
