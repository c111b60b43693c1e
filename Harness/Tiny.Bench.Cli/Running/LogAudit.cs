using Tiny.Bench.Cli.Output;
using Tiny.Bench.Core;
using Tiny.Bench.Core.Tasks;
using Tiny.Bench.Datasets.Locating;
using Tiny.Bench.Harness.Audit;
using Tiny.Bench.Harness.Conformance.Dialects;
using Tiny.Bench.Harness.Suites;
using Tiny.Bench.Harness.Systems;
using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Results.Audit;
using Tiny.Bench.Results.Rules.Texts;

namespace Tiny.Bench.Cli.Running;

/// <summary>Joins what published logs say with what the reference answers.</summary>
internal sealed class LogAudit(string? models, string? datasets, ProgressDisplay display, int threads)
{
    // The only task of which inputs, model and answers are all public.
    private const string PublicTask = "kws01";

    /// <summary>What kept answers from being judged; null when nothing did.</summary>
    public TinyBenchException? Missing { get; private set; }

    /// <summary>Audits everything below some paths.</summary>
    /// <exception cref="TinyBenchException">A path is not there.</exception>
    public async Task<AuditReport> RunAsync(IReadOnlyList<string> paths, CancellationToken cancellation)
    {
        AuditReading reading;
        using (ProgressLine progress = display.Begin("runs read"))
            reading = AuditReader.Read(paths, progress, cancellation);
        AuditRun[] answered = [.. reading.Runs.Where(run => run is { Task: PublicTask, Mode: "accuracy", Answers.Answers.Count: > 0 })];
        AnswerAuditor? auditor = answered.Length > 0 ? await PrepareAsync(cancellation) : null;
        Dictionary<string, AnswerAudit> verdicts = auditor is null ? [] : answered.AsParallel().WithCancellation(cancellation)
            .Select(run => (run.Path, Verdict: auditor.Judge([.. run.Answers.Answers.Where(answer => answer.Part == 0).Select(SampleOf)])))
            .ToDictionary(pair => pair.Path, pair => pair.Verdict, StringComparer.Ordinal);
        IReadOnlyList<string?> groups = OutputGroups.Name([.. reading.Runs.Select(run => verdicts.GetValueOrDefault(run.Path)?.Fingerprint)]);
        return new AuditReport(
            [.. reading.Runs.Select((run, index) => LogOf(run, verdicts.GetValueOrDefault(run.Path), groups[index]))],
            [.. reading.Findings.Select(AuditFinding.Of)],
            Missing is null ? [] : [$"{answered.Length} logs of {PublicTask} were not judged: {Missing.Message.ReplaceLineEndings(" ")}"]);
    }

    private static PrintedSample SampleOf(PrintedAnswer answer) => new(answer.File!, answer.Values!);

    private async Task<AnswerAuditor?> PrepareAsync(CancellationToken cancellation)
    {
        BenchmarkTask definition = SuiteLoader.Load().FindTask(PublicTask)!;
        try
        {
            var task = HostTask.Open(definition, null, new ModelLocator(models), new DatasetLocator(datasets));
            using var cache = new ReferenceAnswerCache(ReferenceAnswerCache.DefaultFolder, threads);
            using ProgressLine progress = display.Begin("reference");
            return await AnswerAuditor.CreateAsync(task, cache, progress, cancellation);
        }
        catch (TinyBenchException problem)
        {
            Missing = problem;
            return null;
        }
    }

    private static AuditedLog LogOf(AuditRun run, AnswerAudit? audit, string? group)
    {
        AuditedLog log = AuditedLog.Of(run);
        if (audit is null)
            return log;
        DialectVerdict verdict = audit.Verdict;
        return log with
        {
            Dialect = audit.Exact?.Name(),
            Exact = audit.Exact is not null,
            EquallyExact = audit.Exact is null || verdict.EquallyExact.Count == 0 ? null : [.. verdict.EquallyExact.Select(rule => rule.Name)],
            Matching = verdict.Matching,
            Nearest = verdict.Nearest.Dialect.Name(),
            Softmax = verdict.Nearest.Softmax.Name(),
            LargestDifference = verdict.LargestDifference,
            Top1Changes = verdict.Top1Changes,
            FirstDifference = verdict.First?.Describe(),
            Printing = audit.Printing,
            Reason = audit.Reason,
            Group = group,
            Missing = audit.Missing == 0 ? null : audit.Missing,
            Unknown = audit.Unknown == 0 ? null : audit.Unknown,
        };
    }
}
