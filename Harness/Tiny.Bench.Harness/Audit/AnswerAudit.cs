using Tiny.Bench.Harness.Conformance.Dialects;
using Tiny.Bench.Reference.Arithmetic;

namespace Tiny.Bench.Harness.Audit;

/// <summary>What the printed answers of a published log tell of the system's arithmetic.</summary>
public sealed record AnswerAudit
{
    /// <summary>The rule that explains them all, or the nearest.</summary>
    public required DialectVerdict Verdict { get; init; }

    /// <summary>The dialect that explains them all; null when none does. A net that ends in another softmax than the reference's is explained, but not exact.</summary>
    public Dialect? Exact => Verdict.Exact is { Softmax: SoftmaxRule.FixedPoint } rule ? rule.Dialect : null;

    /// <summary><c>cut</c>, <c>rounded</c>, <c>int8</c>, or <c>other: </c> and why.</summary>
    public required string Printing { get; init; }

    /// <summary>Why no dialect is exact; null when one is.</summary>
    public required string? Reason { get; init; }

    /// <summary>Equal for logs whose int8 codes are equal for every sample; null where the codes cannot be recovered.</summary>
    public required string? Fingerprint { get; init; }

    /// <summary>Samples of the official list that have no answer.</summary>
    public required int Missing { get; init; }

    /// <summary>Answers to samples that the official list does not know.</summary>
    public required int Unknown { get; init; }
}
