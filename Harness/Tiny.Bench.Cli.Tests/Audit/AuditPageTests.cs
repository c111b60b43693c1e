using Tiny.Bench.Testing;

namespace Tiny.Bench.Cli.Audit;

public sealed class AuditPageTests
{
    private const string Begin = "<!-- audit: begin -->\n";
    private const string End = "<!-- audit: end -->";

    // To write the example anew: TINYBENCH_APPROVE=1 dotnet test --filter AuditPageTests, then read the difference.
    [SkippableFact]
    public async Task The_example_is_what_the_command_writes()
    {
        using var folder = new TemporaryFolder();
        await CommandLine.RunAsync("audit", Official.Published("logs"), "--markdown", folder["report.md"]);

        // Two headings lower, because it stands in a section of a page.
        string report = string.Concat((await File.ReadAllLinesAsync(folder["report.md"])).Select(line => line.StartsWith('#') ? $"##{line}\n" : $"{line}\n"));
        string path = Path.Combine(Repository.Root, "Harness", "docs", "audit.md");
        string page = await File.ReadAllTextAsync(path);
        int start = page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, end = page.IndexOf(End, StringComparison.Ordinal);
        string expected = $"{page[..start]}\n{report.Trim('\n')}\n\n{page[end..]}";
        if (Environment.GetEnvironmentVariable("TINYBENCH_APPROVE") == "1")
            await File.WriteAllTextAsync(path, page = expected);
        Assert.Equal(expected, page);
    }
}
