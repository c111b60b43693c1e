using Tiny.Bench.Results.Analysis;
using Tiny.Bench.Results.Import;
using Tiny.Bench.Results.Rules;
using Tiny.Bench.Results.Rules.Submissions;
using Tiny.Bench.Results.Rules.Trees;

namespace Tiny.Bench.Results.Audit;

/// <summary>Reads published logs for an audit: what each device answered, and which rules each run breaks.</summary>
public static class AuditReader
{
    private const int MostOfRuleAndFile = 20;

    /// <summary>Reads everything below some paths.</summary>
    /// <param name="paths">Logs, folders of logs under any names, submissions, rounds. With several, each run's path begins with its own.</param>
    /// <param name="progress">Told after each run that was read.</param>
    /// <param name="cancellationToken">Ends the reading between two runs.</param>
    /// <exception cref="Core.MissingFileException">A path is not there.</exception>
    public static AuditReading Read(IReadOnlyList<string> paths, IProgress<(int Done, int Total)>? progress, CancellationToken cancellationToken)
    {
        (AuditTree Tree, string Root, string Folder)[] trees = [.. paths.SelectMany(path => AuditTrees.Of(path).Select(tree => (tree, RootOf(path, paths.Count), FolderOf(path))))];
        ReadAll([.. trees.SelectMany(pair => pair.Tree.Tree.Modes)], progress, cancellationToken);
        var runs = new List<AuditRun>();
        var findings = new List<RuleViolation>();
        foreach ((AuditTree tree, string root, string folder) in trees)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Dictionary<string, ModeResults> modes = tree.Tree.Modes.ToDictionary(mode => mode.Path, StringComparer.Ordinal);
            ILookup<ModeResults?, RuleViolation> violations = tree.Rules.SelectMany(rule => FirstOfEachFile(rule.Check(tree.Tree)))
                .ToLookup(violation => modes.GetValueOrDefault(violation.Where.File) ?? modes.GetValueOrDefault(FolderOfFile(violation.Where.File)));
            runs.AddRange(tree.Tree.Tasks.SelectMany(task => task.Modes.Where(mode => FileOf(mode) is not null).Select(mode => RunOf(task, mode, violations[mode], tree, root) with { Published = PublishedOf($"{folder}/{tree.PlaceOf(FileOf(mode)!.Path)}") })));
            findings.AddRange(violations[null].Select(violation => Placed(violation, tree, root)));
        }

        // One path may lie within another.
        return new AuditReading([.. runs.DistinctBy(run => run.Path, StringComparer.Ordinal).OrderBy(run => run.Path, StringComparer.Ordinal)], Sorted(findings.Distinct()));
    }

    // As the user names it: the folder, or the folder of the file.
    private static string RootOf(string path, int paths)
    {
        if (paths == 1)
            return "";
        string slashes = path.Replace(Path.DirectorySeparatorChar, '/').TrimEnd('/');
        return File.Exists(path) ? slashes[..(slashes.LastIndexOf('/') + 1)] : $"{slashes}/";
    }

    private static string FolderOf(string path)
    {
        string full = Path.GetFullPath(path);
        return (Directory.Exists(full) ? full : Path.GetDirectoryName(full)!).Replace(Path.DirectorySeparatorChar, '/');
    }

    // What is kept of a log is small; its text is dropped again before the next one is read.
    private static void ReadAll(ModeResults[] modes, IProgress<(int Done, int Total)>? progress, CancellationToken cancellationToken)
    {
        int done = 0;
        Parallel.ForEach(modes, new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount }, mode =>
        {
            _ = mode.Answers;
            _ = mode.Results;
            progress?.Report((Interlocked.Increment(ref done), modes.Length));
        });
    }

    // A log can hold a million error lines.
    private static IEnumerable<RuleViolation> FirstOfEachFile(IEnumerable<RuleViolation> violations)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (RuleViolation violation in violations)
        {
            int count = counts[violation.Where.File] = counts.GetValueOrDefault(violation.Where.File) + 1;
            if (count <= MostOfRuleAndFile)
                yield return violation;
            else if (count == MostOfRuleAndFile + 1)
                yield return violation with { Text = $"and more of this rule; the first {MostOfRuleAndFile} are listed" };
        }
    }

    private static string FolderOfFile(string path) => path.LastIndexOf('/') is > 0 and int end ? path[..end] : "";

    private static TreeEntry? FileOf(ModeResults mode) => mode.LogFile ?? mode.ResultsFile ?? mode.JsonFile;

    private static AuditRun RunOf(TaskResults task, ModeResults mode, IEnumerable<RuleViolation> violations, AuditTree tree, string root)
    {
        string path = FileOf(mode)!.Path;
        IEnumerable<string> names = mode.Log is { Inputs.Count: > 0 } log ? log.Inputs.Select(input => input.File) : mode.Answers.Answers.Select(answer => answer.File!);
        bool isStreaming = task.Task is { IsStreaming: true };
        return new AuditRun
        {
            Path = root + tree.PlaceOf(path),
            Task = task.Task?.Id,
            Mode = mode.Mode,
            List = task.Task is { } known && mode.Mode is "accuracy" ? SampleList.Find(known.Id, names)?.Name : null,
            Answers = mode.Answers,
            OfficialScore = isStreaming ? TB0151StreamingScore.Counted(mode, StreamingScore.OfficialGrace) : null,
            StrictScore = isStreaming ? TB0151StreamingScore.Counted(mode, StreamingScore.RuleGrace) : null,
            Findings = Sorted(violations.Select(violation => Placed(violation, tree, root))),
        };
    }

    // The round may be named by a folder above the one that is audited.
    private static PublishedRun? PublishedOf(string path)
    {
        if (!SubmissionPath.TryParse(path, null, out SubmissionPath submission) || !RunPath.TryParse(submission, out RunPath run))
            return null;
        SubmissionKey key = run.Key.Submission;
        return new PublishedRun(key.Round, key.Division, key.Submitter, run.Key.System, run.Key.Task, run.Key.Variant);
    }

    private static RuleViolation Placed(RuleViolation violation, AuditTree tree, string root) =>
        violation with { Where = violation.Where with { File = root + tree.PlaceOf(violation.Where.File) } };

    private static RuleViolation[] Sorted(IEnumerable<RuleViolation> violations) =>
        [.. violations.OrderBy(violation => violation.Where).ThenBy(violation => violation.Id, StringComparer.Ordinal).ThenBy(violation => violation.Text, StringComparer.Ordinal)];
}
