using System.CommandLine;
using Tiny.Bench.Cli.Output;
using Tiny.Bench.Harness.Conformance;
using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Vectors;

namespace Tiny.Bench.Cli.Commands;

/// <summary><c>tinybench conformance</c>: is every bit what it should be, in a named dialect.</summary>
internal static class ConformanceCommand
{
    private const int FailuresShown = 20;

    public static Command Create()
    {
        Option<string?> vectors = CommonOptions.Path("--vectors", "Folder of kernel vectors in the neutral format.");
        Option<string?> golden = CommonOptions.Path("--golden", "Golden file, or folder of them: whole models, operator by operator.", "PATH");
        Option<string?> models = CommonOptions.Models(), datasets = CommonOptions.Datasets();
        Option<string> dialectName = CommonOptions.DialectName();
        Option<bool> json = CommonOptions.Json();
        var command = new Command("conformance", "Compare kernels and models with exact answers. Without --vectors or --golden: the vectors that ship with the tool.")
        {
            vectors, golden, models, datasets, dialectName, json,
        };

        // On a thread of its own, so that Ctrl-C ends the process also in the middle of a case, which nothing can cancel.
        command.SetAction((parsed, cancellation) => Task.Run(() => ExecuteAsync(parsed, cancellation), cancellation));
        command.Add(RequantizationCommand.Create());
        return command;

        async Task<int> ExecuteAsync(ParseResult parsed, CancellationToken cancellation)
        {
            Dialect dialect = CommonOptions.DialectOf(parsed, dialectName);
            string? vectorFolder = parsed.GetValue(vectors), goldenPath = parsed.GetValue(golden);
            if (vectorFolder is not null && !Directory.Exists(vectorFolder))
                throw new RequestException($"--vectors {vectorFolder}: there is no such folder");
            if (goldenPath is not null && !Path.Exists(goldenPath))
                throw new RequestException($"--golden {goldenPath}: there is no such file or folder");
            if (vectorFolder is null && goldenPath is null)
                vectorFolder = ShippedVectors.Folder;

            TextWriter error = parsed.InvocationConfiguration.Error;
            var reports = new List<ConformanceReport>();
            if (vectorFolder is not null)
            {
                using ProgressLine progress = new ProgressDisplay(error).Begin("vectors");
                reports.Add(await VectorConformance.RunAsync(vectorFolder, new HostVectorTarget(dialect), progress, cancellation));
            }

            if (goldenPath is not null)
            {
                using ProgressLine progress = new ProgressDisplay(error).Begin("golden inputs");
                var files = new GoldenFiles(parsed.GetValue(models), parsed.GetValue(datasets), goldenPath);
                reports.Add(GoldenConformance.Run(goldenPath, files.LoadModel, files, dialect, progress, cancellation));
            }

            Print(parsed, reports, parsed.GetValue(json));
            return reports.TrueForAll(report => report.IsConformant) ? ExitCode.Good : ExitCode.BadVerdict;
        }
    }

    private static void Print(ParseResult parsed, IReadOnlyList<ConformanceReport> reports, bool json)
    {
        TextWriter output = parsed.InvocationConfiguration.Output;
        if (json)
        {
            JsonOutput.Write(output, ConformanceJson.Of(reports));
            return;
        }

        foreach (ConformanceReport report in reports)
        {
            output.WriteLine($"{report.Source} ({report.Dialect.Name()})");
            foreach (string line in report.Summary)
                output.WriteLine($"  {PlainText.Line(line)}");
            foreach (ConformanceFailure failure in report.Failures.Take(FailuresShown))
            {
                string place = $"{failure.Case}, {failure.Operator}, tensor {failure.Tensor}{(failure.Element is { } element ? $"[{element}]" : "")}";
                output.WriteLine($"  differs      {PlainText.Line(place)}: expected {PlainText.Line(failure.Expected)}, got {failure.Got}");
            }

            if (report.Failures.Count > FailuresShown)
                output.WriteLine($"  differs      ... and {report.Failures.Count - FailuresShown} cases more (--json lists all)");
            foreach (UnsupportedCase unsupported in report.Unsupported)
                output.WriteLine($"  unsupported  {PlainText.Line(unsupported.Case)}: {PlainText.Line(unsupported.Reason)}");
            output.WriteLine($"  {report.Passed} of {report.Total} equal, {report.Failed} differ, {report.Unsupported.Count} unsupported: {ConformanceJson.VerdictOf(report.IsConformant)}");
        }
    }
}
