using System.Diagnostics;
using System.Xml.Linq;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Conformance;

/// <summary><c>dotnet test --filter Category=Conformance</c> on this assembly in a process of its own, as somebody else's CI runs it.</summary>
internal sealed class ChildTestRun
{
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(10);
    private static readonly XNamespace Trx = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

    private readonly IReadOnlyList<XElement> _results;

    private ChildTestRun(int exitCode, XDocument trx)
    {
        ExitCode = exitCode;
        _results = [.. trx.Descendants(Trx + "UnitTestResult")];
    }

    /// <summary>0 when nothing failed.</summary>
    public int ExitCode { get; }

    /// <summary>Names of all tests.</summary>
    public IReadOnlyList<string> Names => [.. _results.Select(Name)];

    /// <summary>Names of the tests that passed.</summary>
    public IReadOnlyList<string> Passed => [.. Having("Passed").Select(Name)];

    /// <summary>Messages of the failed tests by name.</summary>
    public IReadOnlyDictionary<string, string> Failed => Having("Failed").ToDictionary(Name, Message, StringComparer.Ordinal);

    /// <summary>Reasons of the skipped tests by name.</summary>
    public IReadOnlyDictionary<string, string> Skipped => Having("NotExecuted").ToDictionary(Name, Message, StringComparer.Ordinal);

    /// <summary>Runs it.</summary>
    /// <param name="target">TINYBENCH_TARGET.</param>
    /// <param name="waivers">TINYBENCH_WAIVERS; null for none.</param>
    public static async Task<ChildTestRun> RunAsync(string target, string? waivers = null)
    {
        using var folder = new TemporaryFolder();
        string assembly = typeof(ChildTestRun).Assembly.Location;
        var start = new ProcessStartInfo("dotnet", ["test", assembly, "--filter", "Category=Conformance", "--logger", "trx;LogFileName=run.trx", "--results-directory", folder.Path])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["TINYBENCH_TARGET"] = target;
        start.Environment["TINYBENCH_WAIVERS"] = waivers ?? "";
        using var process = Process.Start(start)!;
        using var deadline = new CancellationTokenSource(Deadline);
        try
        {
            Task<string> output = process.StandardOutput.ReadToEndAsync(deadline.Token), errors = process.StandardError.ReadToEndAsync(deadline.Token);
            await process.WaitForExitAsync(deadline.Token);
            string printed = await output + await errors;
            Assert.True(File.Exists(folder["run.trx"]), $"dotnet test wrote no results: {printed}");
            return new ChildTestRun(process.ExitCode, XDocument.Load(folder["run.trx"]));
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    private static string Name(XElement result) => (string)result.Attribute("testName")!;

    private static string Message(XElement result) => (string?)result.Descendants(Trx + "Message").FirstOrDefault() ?? (string?)result.Descendants(Trx + "StdOut").FirstOrDefault() ?? "";

    private IEnumerable<XElement> Having(string outcome) => _results.Where(result => (string)result.Attribute("outcome")! == outcome);
}
