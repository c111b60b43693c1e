using Tiny.Bench.Core.Systems;
using Tiny.Bench.Results.Import.Lines;
using Tiny.Bench.Results.Records;

namespace Tiny.Bench.Results.Import;

/// <summary>Joins the files of one system and task into a record.</summary>
internal sealed class RunImport(RunKey key, RunFiles files, SystemCatalog systems, ICollection<ImportProblem> problems)
{
    private const string Streaming = "sww01";
    private const string Anomaly = "ad01";

    private readonly List<string> _notes = [];

    /// <summary>The record; null when no file gives a figure.</summary>
    public RunRecord? Read(string toolVersion, GitState? git)
    {
        SystemDescription? description = systems.Find(key.System, Where, _notes, problems);
        bool streaming = key.Task == Streaming;
        (StreamingRecord Record, PerformanceRecord? Performance, string Source)? heard = streaming ? ReadStreaming() : null;
        (PerformanceRecord Record, string Source)? performance = streaming ? null : new PerformanceImport(files, _notes, problems).Read();
        (QualityRecord Record, string Source)? quality = streaming ? null : new AccuracyImport(files, _notes, problems).Read(key.Task == Anomaly);
        (EnergyRecord Record, string Source)? energy = new EnergyImport(files, _notes, problems).Read(streaming, description?.Voltage);
        if (heard is null && performance is null && quality is null && energy is null)
            return null;

        CompareModels();
        _notes.AddRange(description?.Notes ?? []);
        return new RunRecord
        {
            Task = key.Task,
            Division = key.Submission.Division.Length > 0 ? key.Submission.Division : null,
            Kind = RunKind.Published,
            ToolVersion = toolVersion,
            Git = git,
            Submission = Submission(description, streaming),
            System = description?.System,
            Performance = performance?.Record ?? heard?.Performance,
            Quality = quality?.Record,
            Energy = energy?.Record,
            Streaming = heard?.Record,
            Evidence = new EvidenceRecord
            {
                Performance = performance?.Source ?? (heard?.Source == files.Report(RunFileMode.Performance)?.Source ? heard?.Source : null),
                Accuracy = quality?.Source,
                Energy = energy?.Source,
                System = description?.Source,
                Notes = _notes.Count > 0 ? _notes : null,
            },
        };
    }

    private string Where => $"{key.Submission.Round}/{key.Submission.Division}/{key.Submission.Submitter}/{key.System}".Replace("//", "/", StringComparison.Ordinal);

    private SubmissionRecord Submission(SystemDescription? description, bool streaming) => new()
    {
        Round = key.Submission.Round,
        Submitter = key.Submission.Submitter,
        System = key.System,
        Variant = key.Variant.Length > 0 ? key.Variant : null,
        Status = description?.Status,
        Runner = streaming ? RunnerName.MlCommons : RunnerName.Of(files),
    };

    // A streaming system does everything in one run: the performance run when it was made, else the energy run.
    private (StreamingRecord, PerformanceRecord?, string)? ReadStreaming()
    {
        foreach (RunFileMode mode in (ReadOnlySpan<RunFileMode>)[RunFileMode.Performance, RunFileMode.Energy])
        {
            if (files.Report(mode) is not { } report)
                continue;
            if (report.Hearing is not { } hearing)
            {
                problems.Add(new ImportProblem(report.Source, 0, "does not count what was heard"));
                continue;
            }

            if (mode == RunFileMode.Energy)
                _notes.Add("no performance run of its own; throughput and detections are those of the energy run");
            return (Heard(report, hearing), Speed(report), report.Source);
        }

        return null;
    }

    private static StreamingRecord Heard(RunReport report, HearingLine hearing) => new()
    {
        TruePositives = hearing.TruePositives,
        FalseNegatives = hearing.FalseNegatives,
        FalsePositives = hearing.FalsePositives,
        DutyCycle = report.DutyCycle,
    };

    // One recording of 20 minutes is the whole run: there are no windows that could be too short.
    private static PerformanceRecord? Speed(RunReport report) => report.StreamThroughput is not { } throughput ? null : new PerformanceRecord
    {
        Windows = [],
        MedianLatencyMicroseconds = 1e6 / throughput,
        InferencesPerSecond = throughput,
        Quick = false,
        RuleMet = true,
    };

    private void CompareModels()
    {
        foreach (RunFileMode mode in Enum.GetValues<RunFileMode>())
        {
            if (files.Log(mode) is { Model: { } model } log && (!TaskFolder.TryParse(model, out string task) || task != key.Task))
                problems.Add(new ImportProblem(log.Source, 0, $"the board names its model \"{model}\", but the folder is that of {key.Task}; the folder is taken"));
        }
    }
}
