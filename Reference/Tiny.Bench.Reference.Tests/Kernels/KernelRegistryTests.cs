using Tiny.Bench.Reference.Models;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Reference.Kernels;

public sealed class KernelRegistryTests
{
    [SkippableFact]
    public void The_readme_lists_the_operators_that_have_a_kernel()
    {
        string[] lines = File.ReadAllLines(Path.Combine(Repository.Root, "Reference", "README.md"));
        IEnumerable<string> listed = lines
            .SkipWhile(line => line != "## Operators")
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| operator", StringComparison.Ordinal))
            .SelectMany(line => line.Split('|')[1].Split(',', StringSplitOptions.TrimEntries));

        IEnumerable<string> registered = Enum.GetValues<BuiltinOperator>().Where(code => KernelRegistry.Find(code) is not null).Select(code => code.SchemaName());

        Assert.Equal(registered.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }
}
