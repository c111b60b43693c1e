namespace Tiny.Bench.Reference.Exhaustive.Certificates;

/// <summary>An operator in a certificate: channels, or for ADD pairs of input codes.</summary>
public sealed record CertifiedOperator
{
    /// <summary>Index in the model.</summary>
    public required int Index { get; init; }

    /// <summary>The schema's name.</summary>
    public required string Name { get; init; }

    /// <summary>Code of real zero in the output.</summary>
    public required int ZeroPoint { get; init; }

    /// <summary>Lowest output code.</summary>
    public required int Minimum { get; init; }

    /// <summary>Highest output code.</summary>
    public required int Maximum { get; init; }

    /// <summary>One per output channel; null for ADD.</summary>
    public IReadOnlyList<CertifiedChannel>? Channels { get; init; }

    /// <summary>For ADD: how many of the 65,536 pairs of input codes give different output codes; always after the clamp.</summary>
    public int? DifferingInputPairs { get; init; }
}
