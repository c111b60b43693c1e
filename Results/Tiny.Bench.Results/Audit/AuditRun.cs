using Tiny.Bench.Results.Analysis;
using Tiny.Bench.Results.Rules;
using Tiny.Bench.Results.Rules.Texts;

namespace Tiny.Bench.Results.Audit;

/// <summary>One run of a published result, as its log and the files beside it tell it.</summary>
public sealed record AuditRun
{
    /// <summary>The log below the audited folder, with <c>/</c>; results.txt or results.json of a run without log.</summary>
    public required string Path { get; init; }

    /// <summary>Task id; null when neither folder nor content says it.</summary>
    public required string? Task { get; init; }

    /// <summary><c>accuracy</c>, <c>performance</c> or <c>energy</c>.</summary>
    public required string Mode { get; init; }

    /// <summary>Where it stands in a round; null when its path does not say.</summary>
    public PublishedRun? Published { get; init; }

    /// <summary>The evaluation list whose samples were loaded; null when they are no known list.</summary>
    public required string? List { get; init; }

    /// <summary>What the device answered.</summary>
    public required AnswerSheet Answers { get; init; }

    /// <summary>The score of a stream's detections as the official code counts them; null without detections.</summary>
    public StreamingScore? OfficialScore { get; init; }

    /// <summary>The score of the same detections by the rule's text.</summary>
    public StreamingScore? StrictScore { get; init; }

    /// <summary>Rules that the run breaks, by place.</summary>
    public required IReadOnlyList<RuleViolation> Findings { get; init; }
}
