using Tiny.Bench.Testing;

namespace Tiny.Bench.Results.Charts;

/// <summary>Compares an output with the file that a person looked at. TINYBENCH_APPROVE=1 writes it anew, to be looked at again.</summary>
internal static class ApprovedFile
{
    public static void Matches(string path, string actual)
    {
        if (Environment.GetEnvironmentVariable("TINYBENCH_APPROVE") == "1")
            File.WriteAllText(Path.Combine(Repository.Root, "Results", "Tiny.Bench.Results.Tests", path), actual);
        else
            Assert.Equal(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, path)), actual);
    }
}
