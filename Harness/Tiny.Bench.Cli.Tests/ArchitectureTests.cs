using System.Reflection;

namespace Tiny.Bench.Cli;

/// <summary>Which project may use which: the table of DESIGN.md, section 2.</summary>
public class ArchitectureTests
{
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Tiny.Bench.Core"] = [],
        ["Tiny.Bench.Reference"] = [],
        ["Tiny.Bench.Datasets"] = ["Tiny.Bench.Core"],
        ["Tiny.Bench.Boards"] = ["Tiny.Bench.Core"],
        ["Tiny.Bench.Results"] = ["Tiny.Bench.Core"],
        ["Tiny.Bench.Harness"] = ["Tiny.Bench.Core", "Tiny.Bench.Reference", "Tiny.Bench.Datasets"],
        ["tinybench"] =
        [
            "Tiny.Bench.Core", "Tiny.Bench.Reference", "Tiny.Bench.Datasets", "Tiny.Bench.Boards", "Tiny.Bench.Results", "Tiny.Bench.Harness",
        ],
    };

    public static TheoryData<string> Projects => [.. Allowed.Keys];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_uses_only_the_projects_that_the_table_allows(string project) =>
        Assert.Empty(Ours(Assembly.Load(project)).Except(Allowed[project], StringComparer.Ordinal));

    [Theory]
    [InlineData("Tiny.Bench.Core")]
    [InlineData("Tiny.Bench.Reference")]
    public void A_project_at_the_bottom_uses_no_package(string project) =>
        Assert.DoesNotContain(References(Assembly.Load(project)), name => !name.StartsWith("System.", StringComparison.Ordinal));

    [Fact]
    public void Every_project_is_in_the_table()
    {
        // The command references all of them, so they all lie beside this test.
        IEnumerable<string> built = Directory.GetFiles(AppContext.BaseDirectory, "*.dll")
            .Select(path => Path.GetFileNameWithoutExtension(path))
            .Where(name => IsOurs(name) && !name.EndsWith(".Tests", StringComparison.Ordinal));
        Assert.Equal(Allowed.Keys.Order(StringComparer.Ordinal).ToArray(), built.Order(StringComparer.Ordinal).ToArray());
    }

    [Fact]
    public void A_reference_is_seen()
    {
        // Without this the table would also hold for a test that looks at nothing.
        Assert.Contains("Tiny.Bench.Core", Ours(Assembly.Load("Tiny.Bench.Harness")), StringComparer.Ordinal);
        Assert.Contains("Tiny.Bench.Datasets", Ours(Assembly.Load("Tiny.Bench.Harness")), StringComparer.Ordinal);
    }

    private static IEnumerable<string> Ours(Assembly assembly) => References(assembly).Where(IsOurs);

    private static IEnumerable<string> References(Assembly assembly) => assembly.GetReferencedAssemblies().Select(reference => reference.Name!);

    private static bool IsOurs(string name) => name is "tinybench" || name.StartsWith("Tiny.Bench.", StringComparison.Ordinal);
}
