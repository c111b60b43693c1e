using Tiny.Bench.Results.Import;
using Tiny.Bench.Results.Rules.Submissions;
using Tiny.Bench.Results.Rules.Texts;
using Tiny.Bench.Results.Rules.Trees;
using TaskFolder = Tiny.Bench.Results.Rules.Trees.TaskFolder;

namespace Tiny.Bench.Results.Audit;

/// <summary>Files that lie in no submission: whether they are a run's, and of which task and mode.</summary>
internal static class ForeignLog
{
    private const string Unknown = "unknown";

    private static readonly string[] Extensions = ["", ".txt", ".log", ".out", ".json"];

    /// <summary>Whether a file could be a log by its name.</summary>
    public static bool IsCandidate(TreeEntry entry) => entry.Kind == EntryKind.File && entry.Length > 0
        && Extensions.Contains(Path.GetExtension(entry.Name).ToLowerInvariant(), StringComparer.Ordinal)
        && !Array.Exists(entry.Path.Split('/'), part => part.StartsWith('.'));

    /// <summary>Paths under which the files of one run make a submission; empty when they are none.</summary>
    public static IReadOnlyList<(TreeEntry Entry, string Path)> Layout(IReadOnlyList<TreeEntry> files)
    {
        // Laid out once under any task, only to be read.
        var probe = new ModeResults("accuracy", Unknown, [.. files.Select(file => file with { Path = $"{Unknown}/{NameOf(file)}" })]);
        if (!IsRun(probe))
            return [];
        string task = TaskOf(probe, files[0].Path), mode = ModeOf(probe, files[0].Folder);
        return [.. files.DistinctBy(NameOf, StringComparer.Ordinal).Select(file => (file, $"open/{Unknown}/results/{Unknown}/{task}/{mode}/{NameOf(file)}"))];
    }

    private static string NameOf(TreeEntry file) =>
        file.Name is "results.txt" ? file.Name : file.Name.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? "results.json" : "log.txt";

    private static bool IsRun(ModeResults run) => IsRun(run.Log) || IsRun(run.Results)
        || (run.JsonFile is { } json && (run.Answers.Answers.Count > 0 || RunnerJson.Stream(json) is not null));

    private static bool IsRun(RunText? text) =>
        text is not null && (text.Inputs.Count > 0 || text.Runs.Count > 0 || text.Windows.Count > 0 || text.EnergyWindows.Count > 0 || text.Detections is not null);

    private static string TaskOf(ModeResults run, string path)
    {
        string[] names = NamesOf(run);
        string? id = run.Log?.Model
            ?? SampleList.All.FirstOrDefault(list => list.Fingerprint is not null && SampleList.Find(list.Task, names) == list)?.Task
            ?? (names.Any(name => LabelledInput.TryParse(name, out _)) ? "kws01" : null)
            ?? (run.Results?.Detections is not null || (run.JsonFile is { } json && RunnerJson.Stream(json) is not null) ? "sww01" : null);
        TaskFolder? task = id is null ? path.Split('/').Select(TaskFolder.Find).LastOrDefault(found => found is not null) : TaskFolder.FindId(id);
        return task?.Name ?? Unknown;
    }

    private static string ModeOf(ModeResults run, string folder)
    {
        if (ModePath.ModeOf(folder[(folder.LastIndexOf('/') + 1)..]) is { } named)
            return named;
        RunText[] texts = [.. new[] { run.Log, run.Results }.OfType<RunText>()];
        if (Array.Exists(texts, text => text.EnergyWindows.Count > 0))
            return "energy";
        bool countsAnswers = Array.Exists(texts, text => text is { TopOnePercent: not null } or { Auc: not null });
        bool infersOnce = run.Log is { Runs.Count: > MostMeasured } log && log.Runs.All(single => single.Inferences == 1);
        return countsAnswers || infersOnce || NamesOf(run).Length > MostMeasured ? "accuracy" : "performance";
    }

    // Performance and energy are measured on five inputs.
    private const int MostMeasured = 5;

    private static string[] NamesOf(ModeResults run) => run.Log is { Inputs.Count: > 0 } log
        ? [.. log.Inputs.Select(input => input.File).Distinct(StringComparer.Ordinal)]
        : [.. run.Answers.Answers.Select(answer => answer.File!).Distinct(StringComparer.Ordinal)];
}
