using Tiny.Bench.Results.Rules.Trees;

namespace Tiny.Bench.Results.Rules.Submissions;

/// <summary>The table that the final report is made of.</summary>
internal sealed class TB0124SummaryColumns : ISubmissionRule
{
    public string Id => "TB0124";

    public string Title => "A summary.csv has the columns that the final report reads.";

    public RuleSeverity Severity => RuleSeverity.Error;

    public string Source => "submission_checker.py v1.4, summary: 23 columns, 26 from v1.3";

    public bool Official => true;

    public string Passing => "Organization,Availability,Division,BoardName, ...";

    public string Failing => "Organization,Board,Task,Result";

    private static readonly string[] Columns =
    [
        "Organization", "Availability", "Division", "BoardName", "SystemDesc", "Model", "MlperfModel", "Result", "ResultUnit", "Accuracy", "HasPower", "Power", "PowerUnit",
        "HostProcessorModelName", "HostProcessorFrequency", "HostProcessorMemory", "AcceleratorModelName", "AcceleratorFrequency", "AcceleratorMemory",
        "HardwareNotes", "InferenceFramework", "SoftwareLibraries", "SoftwareNotes",
    ];

    private static readonly string[] StreamingColumns = [.. Columns, "FalsePositives", "FalseNegatives", "DutyCycle"];

    public IEnumerable<RuleViolation> Check(SubmissionTree tree)
    {
        foreach (TreeEntry file in tree.Entries.Where(entry => entry.Kind == EntryKind.File && entry.Name is "summary.csv"))
        {
            string[] header = [.. (file.ReadText(out _) ?? "").Split('\n', 2)[0].Split(',').Select(cell => cell.Trim().Trim('"'))];
            if (!header.SequenceEqual(Columns, StringComparer.Ordinal) && !header.SequenceEqual(StreamingColumns, StringComparer.Ordinal))
                yield return this.Broken(new Place(file.Path, 1), $"has {header.Length} columns; expected {string.Join(',', Columns)}, and from v1.3 FalsePositives,FalseNegatives,DutyCycle");
        }
    }
}
