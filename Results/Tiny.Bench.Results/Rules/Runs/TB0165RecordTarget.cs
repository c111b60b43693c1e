using System.Globalization;
using Tiny.Bench.Results.Leaderboards;
using Tiny.Bench.Results.Records;
using Tiny.Bench.Results.Rules.Trees;

namespace Tiny.Bench.Results.Rules.Runs;

/// <summary>Well enough.</summary>
internal sealed class TB0165RecordTarget : IRecordRule
{
    public string Id => "TB0165";

    public string Title => "A record that is not of the open division meets the quality target of its task.";

    public RuleSeverity Severity => RuleSeverity.Error;

    public string Source => "MLPerf Tiny rules, quality targets";

    public bool Official => false;

    public string Passing => "kws01: \"accuracy\": 0.902";

    public string Failing => "kws01: \"accuracy\": 0.89";

    private const int Allowed = QualityTarget.MostStreamingErrors;

    public IEnumerable<RuleViolation> Check(IReadOnlyList<StoredRecord> records)
    {
        foreach ((string name, RunRecord record) in records.Select(stored => (stored.Name, stored.Record)))
        {
            if (string.Equals(record.Division, "open", StringComparison.OrdinalIgnoreCase) || TaskFolder.FindId(record.Task) is not { } task)
                continue;
            double? figure = task.MeasuresAuc ? record.Quality?.Auc : record.Quality?.Accuracy * 100;
            if (figure < task.Target)
                yield return this.Broken(new Place(name, Field: task.MeasuresAuc ? "$.quality.auc" : "$.quality.accuracy"), string.Create(CultureInfo.InvariantCulture, $"{figure:0.####} is below the target {task.Target} of {task.Id}"));
            if (task.IsStreaming && record.Streaming is { } heard && (heard.FalseNegatives > Allowed || heard.FalsePositives > Allowed))
                yield return this.Broken(new Place(name, Field: "$.streaming"), $"{heard.FalseNegatives} false negatives and {heard.FalsePositives} false positives; at most {Allowed} of each are allowed");
        }
    }
}
