using System.Text;
using Tiny.Bench.Core.Systems;
using Tiny.Bench.Results.Records;
using Tiny.Bench.Results.Rules;

namespace Tiny.Bench.Results.Packaging;

/// <summary>Writes run records as a submission that the official checker accepts: DIVISION/SUBMITTER/{systems,results}.</summary>
public static class SubmissionPackage
{
    /// <summary>Checks the records, and writes the tree when they break no rule. Never overwrites; a package that fails leaves no file behind.</summary>
    /// <param name="request">Where to, under which names; see <see cref="PackageRequest.Faults"/>.</param>
    /// <param name="records">Runs of ours: for each task one of accuracy and one of performance, and of energy if it was measured. Of several the last counts.</param>
    /// <exception cref="ArgumentException">The request has faults.</exception>
    /// <exception cref="PackageException">The system is already in the tree, or the folder cannot be written.</exception>
    public static PackageResult Write(PackageRequest request, IReadOnlyList<StoredRecord> records)
    {
        if (request.Faults() is { Count: > 0 } faults)
            throw new ArgumentException(string.Join("; ", faults), nameof(request));
        IReadOnlyList<StoredRecord> divided = [.. records.Select(stored => stored with { Record = stored.Record with { Division = request.Division } })];
        RuleViolation[] refusals = [.. Refusals(divided).Concat(RuleCheck.Of(divided).Violations.Where(Rejects))];
        if (refusals.Length > 0)
            return new PackageResult([], refusals);

        string root = Path.GetFullPath(Path.Combine(request.Out, request.Division, request.Submitter));
        return new PackageResult(WriteFiles(root, request, Texts(request, TaskRecords.Of(divided))), []);
    }

    // A store may hold simulated runs with a warning; a round may not hold them at all.
    private static bool Rejects(RuleViolation violation) => violation.Id == "TB0168" || RuleBook.Find(violation.Id)!.Severity == RuleSeverity.Error;

    // What no rule over stored records asks, because a store may hold it: a package may not.
    private static IEnumerable<RuleViolation> Refusals(IReadOnlyList<StoredRecord> records)
    {
        foreach (StoredRecord stored in records)
        {
            if (Rules.Trees.TaskFolder.FindId(stored.Record.Task) is not { IsStreaming: false })
                yield return new RuleViolation("TB0113", new Place(stored.Name, Field: "$.task"), $"is {stored.Record.Task}, which is not packaged; expected ad01, ic01, ic02, kws01 or vww01");
            else if (stored.Record.Submission is not null || stored.Record.Mode is not (RunMode.Accuracy or RunMode.Performance or RunMode.Energy))
                yield return new RuleViolation("TB0116", new Place(stored.Name, Field: "$.mode"), "is no accuracy, performance or energy run of ours");
        }

        foreach (TaskRecords task in TaskRecords.Of(records))
        {
            if (task.Accuracy?.Quality is null || task.Performance?.Performance is not { Windows.Count: > 0 })
                yield return new RuleViolation("TB0116", new Place(task.Task.Id), "lacks a run with its figures: accuracy and performance are both needed");
            if (task.Energy is { Energy: not { MedianMicrojoulesPerInference: not null } })
                yield return new RuleViolation("TB0120", new Place(task.Task.Id), "the energy run has no median energy");
            if (task.Task.Name is "ic2" && !records.Any(stored => stored.Record.Task is "ic01"))
                yield return new RuleViolation("TB0114", new Place(task.Task.Id), "is only taken together with ic01");
            if (task.Accuracy?.Quality is { } quality && (task.Task.MeasuresAuc ? quality.Auc : quality.Accuracy) is null)
                yield return new RuleViolation("TB0117", new Place(task.Task.Id), "the accuracy run lacks the figure of its target");
        }
    }

    private static SortedDictionary<string, string> Texts(PackageRequest request, IReadOnlyList<TaskRecords> tasks)
    {
        var texts = new SortedDictionary<string, string>(StringComparer.Ordinal) { [$"systems/{request.System}.json"] = RunnerText.System(request, tasks[0].Performance!) };
        foreach (TaskRecords task in tasks)
        {
            string folder = $"results/{request.System}/{task.Task.Name}";
            AddMode(texts, $"{folder}/accuracy", task.Accuracy!, RunnerText.Accuracy(task.Accuracy!), "a");
            AddMode(texts, $"{folder}/performance", task.Performance!, RunnerText.Performance(task.Performance!), "p");
            if (task.Energy is { } energy)
                AddMode(texts, $"{folder}/energy", energy, RunnerText.Energy(energy), "e");
        }

        return texts;
    }

    private static void AddMode(SortedDictionary<string, string> texts, string folder, RunRecord record, string results, string mode)
    {
        texts.Add($"{folder}/log.txt", RunnerText.Log(record));
        texts.Add($"{folder}/results.txt", results);
        texts.Add($"{folder}/results.json", RunnerText.Iterations(record, mode));
    }

    private static List<string> WriteFiles(string root, PackageRequest request, SortedDictionary<string, string> texts)
    {
        string results = Path.Combine(root, "results", request.System);
        if (Path.Exists(results) || Path.Exists(Path.Combine(root, "systems", $"{request.System}.json")))
            throw new PackageException(results, "is already there, or its description; a package overwrites nothing. Choose another --out or --system");
        var written = new List<string>();
        try
        {
            foreach ((string path, string text) in texts)
            {
                string full = Path.Combine(root, path);
                Directory.CreateDirectory(Path.GetDirectoryName(full)!);
                using (var file = new FileStream(full, FileMode.CreateNew, FileAccess.Write))
                    file.Write(Encoding.UTF8.GetBytes(text));
                written.Add(full);
            }

            return written;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            foreach (string file in written)
                File.Delete(file);
            throw new PackageException(root, $"cannot be written: {problem.Message}", problem);
        }
    }
}
