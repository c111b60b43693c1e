using Tiny.Bench.Core.Metrics;
using Tiny.Bench.Results.Records;

namespace Tiny.Bench.Results.Import;

/// <summary>Makes the quality of a record: of the report, or where that is missing of the answers in the log.</summary>
internal sealed class AccuracyImport(RunFiles files, ICollection<string> notes, ICollection<ImportProblem> problems)
{
    /// <summary>The figures and their file; null when neither file gives any.</summary>
    /// <param name="anomaly">Whether the task is anomaly detection, whose "top-1" is the best mean of precision and recall.</param>
    public (QualityRecord Record, string Source)? Read(bool anomaly)
    {
        RunReport? report = files.Report(RunFileMode.Accuracy);
        if (report is not null && (report.TopOne is not null || report.Auc is not null))
            return (FromReport(report, anomaly), report.Source);
        if (files.Evidence(RunFileMode.Accuracy, RunFileRole.Results) is { } empty)
            problems.Add(new ImportProblem(empty, 0, "holds neither top-1 nor AUC"));
        return files.Log(RunFileMode.Accuracy) is { } log && FromAnswers(log) is { } record ? (record, log.Source) : null;
    }

    private static QualityRecord FromReport(RunReport report, bool anomaly) => new()
    {
        Accuracy = anomaly ? null : report.TopOne / 100,
        PrecisionRecall = anomaly ? report.TopOne / 100 : null,
        Auc = report.Auc,
    };

    private QualityRecord? FromAnswers(RunLog log)
    {
        int samples = 0;
        int correct = 0;
        foreach (Exchange exchange in log.Exchanges)
        {
            if (exchange.Input is null || !LabelledInput.TryParse(exchange.Input, out int label))
            {
                problems.Add(new ImportProblem(log.Source, exchange.Line, $"the name of input \"{exchange.Input}\" tells no class, so top-1 cannot be computed from this log"));
                return null;
            }

            if (exchange.Answer is null || label >= exchange.Answer.Length)
            {
                problems.Add(new ImportProblem(log.Source, exchange.Line, $"no readable answer to {exchange.Input}, so top-1 cannot be computed from this log"));
                return null;
            }

            samples++;
            if (TopOne.Of([.. exchange.Answer.Select(value => (float)value)]) == label)
                correct++;
        }

        if (samples == 0)
        {
            problems.Add(new ImportProblem(log.Source, 0, "holds no answers and there is no report; the accuracy is unknown"));
            return null;
        }

        notes.Add($"no report of the accuracy run; top-1 was computed from {samples} m-results in the log");
        return new QualityRecord { Samples = samples, Correct = correct, Accuracy = (double)correct / samples };
    }
}
