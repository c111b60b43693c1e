using System.Diagnostics;
using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Kernels;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Reference.Vectors;

public sealed class ShippedVectorsTests
{
    private static readonly Lazy<VectorSuite> Suite = new(() => VectorSuite.Open(ShippedVectors.Folder));

    public static TheoryData<string> CaseIds => [.. Suite.Value.Cases.Select(vectorCase => vectorCase.Id)];

    [Theory]
    [MemberData(nameof(CaseIds))]
    public void Every_element_equals_the_second_opinion(string id) => VectorAssert.Passes(Suite.Value, id);

    [Theory]
    [MemberData(nameof(CaseIds))]
    public void Every_element_of_the_fast_kernels_equals_the_second_opinion(string id) => VectorAssert.Passes(Suite.Value, id, KernelSet.Fast);

    [Fact]
    public void Every_case_says_what_it_is_there_to_catch() =>
        Assert.All(Suite.Value.Cases, vectorCase => Assert.NotEmpty(vectorCase.Purpose));

    [Theory]
    [InlineData(Dialect.SingleRounding)]
    [InlineData(Dialect.Float32)]
    [InlineData(Dialect.HalfUp)]
    public void Another_dialect_is_noticed(Dialect dialect)
    {
        var runner = new VectorRunner(dialect);
        Assert.Contains(Suite.Value.Cases, vectorCase => runner.Run(vectorCase).Outcome == VectorOutcome.Failed);
    }

    // What deflate writes differs between versions of zlib, so the unpacked content is compared.
    [SkippableFact]
    public void The_committed_files_are_what_the_generator_writes()
    {
        using var made = new TemporaryFolder();
        Python(Path.Combine(Repository.Root, "eng", "vectors", "make_vectors.py"), made.Path);

        string committed = Path.Combine(Repository.Root, "Reference", "Vectors");
        Assert.Equal(Names(committed), Names(made.Path));
        foreach (string name in Names(committed))
            Assert.True(VectorFile.Read(Path.Combine(committed, name)).AsSpan().SequenceEqual(VectorFile.Read(made[name])), name);
    }

    private static string[] Names(string folder) =>
        [.. Directory.EnumerateFiles(folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    private static void Python(string script, string argument)
    {
        try
        {
            using Process process = Process.Start(new ProcessStartInfo("python3", ["-B", script, argument]))!;
            process.WaitForExit();
            Assert.Equal(0, process.ExitCode);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Requirement.Missing("python3", "python3 is not on the path.");
        }
    }
}
