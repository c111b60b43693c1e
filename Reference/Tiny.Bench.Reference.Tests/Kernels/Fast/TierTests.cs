using System.Diagnostics;
using System.Runtime.Intrinsics.X86;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Reference.Kernels.Fast;

/// <summary>Runs the sweep once more for each tier below the best, in a process from which the runtime hides the better instructions.</summary>
public sealed class TierTests
{
    /// <summary>The variable that tells the other process which tier it has to run.</summary>
    public const string ExpectedTier = "TINYBENCH_EXPECTED_TIER";

    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(20);

    [SkippableFact]
    public void Sums_without_VNNI_are_the_same()
    {
        Skip.IfNot(Avx512BW.IsSupported, "This processor has no AVX-512BW.");
        RunSweep("avx-512bw", "DOTNET_EnableAVXVNNI");
    }

    [SkippableFact]
    public void Sums_by_VNNI_without_512_bits_are_the_same()
    {
        Skip.IfNot(AvxVnni.IsSupported, "This processor has no AVX-VNNI.");
        RunSweep("avx-vnni", "DOTNET_EnableAVX512");
    }

    [SkippableFact]
    public void Sums_by_AVX2_are_the_same()
    {
        Skip.IfNot(Avx2.IsSupported, "This processor has no AVX2.");
        RunSweep("avx2", "DOTNET_EnableAVX512", "DOTNET_EnableAVXVNNI");
    }

    [SkippableFact]
    public void Sums_by_portable_vectors_are_the_same()
    {
        Skip.IfNot(X86Base.IsSupported, "The switch is one of x86.");
        RunSweep("vector128", "DOTNET_EnableAVX2");
    }

    [SkippableFact]
    public void Sums_by_emulated_vectors_are_the_same() => RunSweep("vector128", "DOTNET_EnableHWIntrinsic");

    private static void RunSweep(string tier, params string[] switchedOff)
    {
        InstalledTool.Require("dotnet");
        string[] arguments = ["vstest", typeof(TierTests).Assembly.Location, $"--TestCaseFilter:FullyQualifiedName~SweepTests"];
        var start = new ProcessStartInfo("dotnet", arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment[ExpectedTier] = tier;
        foreach (string name in switchedOff)
            start.Environment[name] = "0";
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(), errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Deadline))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"The sweep of {tier} did not end in {Deadline.TotalMinutes} minutes.");
        }

        Assert.True(process.ExitCode == 0, $"{output.Result}{errors.Result}");
        Assert.Contains("Passed!", output.Result, StringComparison.Ordinal);
    }
}
