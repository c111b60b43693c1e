using System.Reflection;
using Tiny.Bench.Results.Records;

namespace Tiny.Bench.Results.Import;

/// <summary>Reads published logs and whole submission trees of MLPerf Tiny, v0.5 to v1.4, into records of kind published.</summary>
/// <remarks>
/// Layouts: spec/mlperf-tiny.md section 5. A figure comes from <c>results.txt</c>; only where that is missing is it computed from the log, and the record's evidence says so.
/// What cannot be read is listed with file and line, never guessed; no content of a file makes the importer throw.
/// </remarks>
public static class SubmissionImporter
{
    /// <summary>Imports a round, a folder of rounds, any folder within a round, a folder of flattened logs, or one log.</summary>
    /// <param name="root">The folder or file. Flattened: <c>v0.5__reference__Nucleo-L4R5ZI__kws__accuracy__log.txt</c>.</param>
    /// <param name="round">The round for files whose path names none; null when it must.</param>
    /// <returns>Records sorted by round, division, submitter, system, task and variant; problems by path and line.</returns>
    public static ImportResult Import(string root, string? round)
    {
        var problems = new ProblemList();
        var runs = new SortedDictionary<RunKey, RunFiles>(RunKey.Order);
        var systems = new Dictionary<SubmissionKey, SystemCatalog>();
        bool roundMissing = false;
        foreach (SourceFile file in SourceTree.Files(root, problems))
        {
            if (!SubmissionPath.TryParse(file.SlashPath, round, out SubmissionPath path))
            {
                roundMissing |= SubmissionPath.LiesInDivision(file.SlashPath);
                continue;
            }

            if (!systems.TryGetValue(path.Submission, out SystemCatalog? catalog))
                systems.Add(path.Submission, catalog = new SystemCatalog());
            if (path.Area == SubmissionPath.Systems)
                catalog.Add(path, file);
            else if (RunPath.TryParse(path, out RunPath run))
                FilesOf(runs, run.Key, problems).Add(run, path, file);
            else if (RunPath.IsText(path.Parts[^1]))
                problems.Add(new ImportProblem(path.Folder, 0, "is not SYSTEM/TASK/MODE with a known task and mode (accuracy, performance, energy, power); its texts are not read"));
        }

        if (roundMissing)
            problems.Add(new ImportProblem(root, 0, "no folder names the round (v1.2); name it"));
        else if (runs.Count == 0 && problems.Count == 0)
            problems.Add(new ImportProblem(root, 0, "holds no file of a submission: neither closed/SUBMITTER/results/... nor a name such as v1.2__submitter__system__kws__accuracy__log.txt"));

        (string version, GitState? git) = Tool();
        RunRecord[] records = [.. runs.Select(run => new RunImport(run.Key, run.Value, systems[run.Key.Submission], problems).Read(version, git)).OfType<RunRecord>()];
        return new ImportResult
        {
            Records = records,
            Problems = problems.Sorted(),
        };
    }

    private static RunFiles FilesOf(SortedDictionary<RunKey, RunFiles> runs, RunKey key, ICollection<ImportProblem> problems)
    {
        if (!runs.TryGetValue(key, out RunFiles? files))
            runs.Add(key, files = new RunFiles(problems));
        return files;
    }

    private static (string Version, GitState? Git) Tool() => GitState.FromInformationalVersion(
        typeof(SubmissionImporter).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion);
}
