namespace Tiny.Bench.Reference.Exhaustive.Certificates;

/// <summary>For two dialects and every requantization of some models: how many accumulators they treat differently, none left out.</summary>
/// <remarks>The text is described in Reference/docs/requantization.md.</remarks>
public sealed record RequantizationCertificate
{
    /// <summary>The form that this version writes and reads.</summary>
    public const int CurrentSchema = 1;

    /// <summary>The form of the text.</summary>
    public required int Schema { get; init; }

    /// <summary>Version of the tool that counted.</summary>
    public required string ToolVersion { get; init; }

    /// <summary>Name of the first dialect.</summary>
    public required string First { get; init; }

    /// <summary>Name of the second dialect.</summary>
    public required string Second { get; init; }

    /// <summary>Whether output codes were compared, after zero point and clamp; else the bare int32 results.</summary>
    public required bool Clamped { get; init; }

    /// <summary>The models.</summary>
    public required IReadOnlyList<CertifiedModel> Models { get; init; }
}
