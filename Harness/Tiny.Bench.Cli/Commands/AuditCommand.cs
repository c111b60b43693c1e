using System.CommandLine;
using System.Text;
using Tiny.Bench.Cli.Commands.Results;
using Tiny.Bench.Cli.Output;
using Tiny.Bench.Cli.Running;
using Tiny.Bench.Results.Audit;
using Tiny.Bench.Results.Import;
using Tiny.Bench.Results.Records;

namespace Tiny.Bench.Cli.Commands;

/// <summary><c>tinybench audit PATH...</c>: which dialect a published log speaks, and what is wrong in it.</summary>
internal sealed class AuditCommand
{
    private readonly Argument<string[]> _paths = new("PATH") { Description = "A log, a folder of logs under any names, a submission, a round.", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string?> _csv = CommonOptions.Path("--csv", "A table to write, one line a log.", "FILE");
    private readonly Option<string?> _markdown = CommonOptions.Path("--markdown", "A report to write.", "FILE");
    private readonly Option<string?> _out = CommonOptions.Path("--out", "Folder for records of the published results, with the verdict.");
    private readonly Option<string?> _models = CommonOptions.Models();
    private readonly Option<string?> _datasets = CommonOptions.Datasets();
    private readonly Option<int?> _threads = CommonOptions.Threads();
    private readonly Option<bool> _json = CommonOptions.Json();

    public static Command Create()
    {
        var audit = new AuditCommand();
        var command = new Command("audit", "Tell of published logs which rounding explains their answers, which hold equal outputs, and which rules they break.")
        {
            audit._paths, audit._datasets, audit._models, audit._csv, audit._markdown, audit._out, audit._threads, audit._json,
        };
        command.SetAction((parsed, cancellation) => Task.Run(() => audit.ExecuteAsync(parsed, cancellation), cancellation));
        return command;
    }

    private async Task<int> ExecuteAsync(ParseResult parsed, CancellationToken cancellation)
    {
        InvocationConfiguration streams = parsed.InvocationConfiguration;
        var audit = new LogAudit(parsed.GetValue(_models), parsed.GetValue(_datasets), new ProgressDisplay(streams.Error), CommonOptions.ThreadsOf(parsed, _threads));
        AuditReport report = await audit.RunAsync(parsed.GetRequiredValue(_paths), cancellation);
        WriteFile(parsed.GetValue(_csv), AuditCsv.Write, report);
        WriteFile(parsed.GetValue(_markdown), AuditMarkdown.Write, report);
        if (parsed.GetValue(_out) is { } store)
            WriteRecords(streams.Error, parsed.GetRequiredValue(_paths), report, store);
        if (parsed.GetValue(_json))
            JsonOutput.Write(streams.Output, report);
        else
            AuditText.Write(streams.Output, report);
        if (audit.Missing is { } missing)
            throw missing;
        return report.Errors > 0 ? ExitCode.BadVerdict : ExitCode.Good;
    }

    private static void WriteRecords(TextWriter error, string[] paths, AuditReport report, string store)
    {
        ImportResult import = AuditedRecords.Import(paths, report);
        ResultsOptions.PrintProblems(error, import.Problems);
        foreach (RunRecord record in import.Records)
            ImportedRecords.Write(store, record);
        error.WriteLine($"{import.Records.Count} records, {import.Records.Count(record => record.Audit is not null)} with a verdict: {store}");
    }

    private static void WriteFile(string? path, Action<TextWriter, AuditReport> write, AuditReport report)
    {
        if (path is null)
            return;
        using var file = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        write(file, report);
    }
}
