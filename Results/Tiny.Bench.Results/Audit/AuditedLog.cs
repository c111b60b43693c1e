using System.Text.Json.Serialization;
using Tiny.Bench.Results.Analysis;
using Tiny.Bench.Results.Rules.Texts;

namespace Tiny.Bench.Results.Audit;

/// <summary>One log as an audit tells it: a line of its tables, an object of its JSON. What does not apply is null.</summary>
public sealed record AuditedLog
{
    /// <summary>The log below the audited folder.</summary>
    public required string Path { get; init; }

    /// <summary>Task id.</summary>
    public string? Task { get; init; }

    /// <summary><c>accuracy</c>, <c>performance</c> or <c>energy</c>.</summary>
    public required string Mode { get; init; }

    /// <summary>The evaluation list that was run.</summary>
    public string? List { get; init; }

    /// <summary>Samples with an answer that can be read and does not contradict another one.</summary>
    public int? Samples { get; init; }

    /// <summary>The rounding that explains every answer of the whole official list; null when none does.</summary>
    public string? Dialect { get; init; }

    /// <summary>Whether there is one; null when the log is none that can be judged.</summary>
    public bool? Exact { get; init; }

    /// <summary>Other rules that explain every answer too.</summary>
    public IReadOnlyList<string>? EquallyExact { get; init; }

    /// <summary>Samples that <see cref="Nearest"/> explains.</summary>
    public int? Matching { get; init; }

    /// <summary>The rounding that explains most samples.</summary>
    public string? Nearest { get; init; }

    /// <summary>The softmax that goes with <see cref="Nearest"/>.</summary>
    public string? Softmax { get; init; }

    /// <summary>Largest distance to <see cref="Nearest"/> in int8 codes.</summary>
    public int? LargestDifference { get; init; }

    /// <summary>Samples for which another class wins than by <see cref="Nearest"/>.</summary>
    public int? Top1Changes { get; init; }

    /// <summary>The first sample and element that differ from <see cref="Nearest"/>, with what was expected.</summary>
    public string? FirstDifference { get; init; }

    /// <summary>How the values are printed.</summary>
    public string? Printing { get; init; }

    /// <summary>Why no rule explains every answer.</summary>
    public string? Reason { get; init; }

    /// <summary>The letter of all logs with these outputs.</summary>
    public string? Group { get; init; }

    /// <summary>Samples of the official list without an answer.</summary>
    public int? Missing { get; init; }

    /// <summary>Samples with answers that contradict each other.</summary>
    public int? Contradicting { get; init; }

    /// <summary>Samples whose answer is there more than once.</summary>
    public int? Repeated { get; init; }

    /// <summary>Answers to samples of no list.</summary>
    public int? Unknown { get; init; }

    /// <summary>The score of a stream by the official code.</summary>
    public StreamingScore? OfficialScore { get; init; }

    /// <summary>The score of the same stream by the rule's text.</summary>
    public StreamingScore? StrictScore { get; init; }

    /// <summary>Broken rules.</summary>
    public required IReadOnlyList<AuditFinding> Findings { get; init; }

    /// <summary>Where the run stands in a round.</summary>
    [JsonIgnore]
    public PublishedRun? Published { get; init; }

    /// <summary>Whether its answers can be held against the reference's: an accuracy run of the keyword task with answers.</summary>
    [JsonIgnore]
    public bool IsJudged => Exact is not null;

    /// <summary>What was read of a run, without a verdict.</summary>
    public static AuditedLog Of(AuditRun run)
    {
        AnswerSheet answers = run.Answers;
        bool isAnswered = run.Mode is "accuracy" && answers.Answers.Count > 0;
        return new AuditedLog
        {
            Path = run.Path,
            Task = run.Task,
            Mode = run.Mode,
            List = run.List,
            Samples = isAnswered ? answers.Answers.DistinctBy(answer => answer.File, StringComparer.OrdinalIgnoreCase).Count() : null,
            Contradicting = NotZero(answers.Contradictions.Count),
            Repeated = NotZero(answers.Repeated),
            OfficialScore = run.OfficialScore,
            StrictScore = run.StrictScore,
            Findings = [.. run.Findings.Select(AuditFinding.Of)],
            Published = run.Published,
        };
    }

    private static int? NotZero(int count) => count == 0 ? null : count;
}
