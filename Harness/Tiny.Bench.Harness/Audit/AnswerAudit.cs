using Tiny.Bench.Harness.Conformance.Dialects;

namespace Tiny.Bench.Harness.Audit;

/// <summary>What the printed answers of a published log tell of the system's arithmetic.</summary>
public sealed record AnswerAudit
{
    /// <summary>The rule that explains them all, or the nearest.</summary>
    public required DialectVerdict Verdict { get; init; }

    /// <summary><c>cut</c>, <c>rounded</c>, <c>int8</c>, or <c>other: </c> and why.</summary>
    public required string Printing { get; init; }

    /// <summary>Why no rule explains them all; null when one does.</summary>
    public required string? Reason { get; init; }

    /// <summary>Equal for logs whose int8 codes are equal for every sample; null where the codes cannot be recovered.</summary>
    public required string? Fingerprint { get; init; }

    /// <summary>Samples of the official list that have no answer.</summary>
    public required int Missing { get; init; }

    /// <summary>Answers to samples that the official list does not know.</summary>
    public required int Unknown { get; init; }
}
