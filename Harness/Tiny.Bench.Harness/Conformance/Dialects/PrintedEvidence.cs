namespace Tiny.Bench.Harness.Conformance.Dialects;

/// <summary>What a system printed: probabilities with some decimals, or int8 codes.</summary>
public sealed record PrintedEvidence
{
    /// <summary>One for each sample that was run.</summary>
    public required IReadOnlyList<PrintedSample> Samples { get; init; }

    /// <summary>The samples that were asked for, all of which must be there; null for the whole list.</summary>
    public IReadOnlyList<string>? Asked { get; init; }

    /// <summary>Fewest decimals of a printed probability, 3 to 9, since fewer do not tell codes apart; the official firmware prints three, others give small values more.</summary>
    public int Digits { get; init; } = 3;
}
