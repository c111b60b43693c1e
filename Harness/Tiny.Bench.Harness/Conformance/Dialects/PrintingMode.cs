namespace Tiny.Bench.Harness.Conformance.Dialects;

/// <summary>How a system prints its codes.</summary>
public enum PrintingMode
{
    /// <summary>Probabilities, later digits cut off.</summary>
    Cut,

    /// <summary>Probabilities, rounded to nearest.</summary>
    Rounded,

    /// <summary>The int8 codes themselves.</summary>
    Codes,
}
