namespace Tiny.Bench.Boards.Energy.Uncertainty;

/// <summary>How an error is spread around zero.</summary>
public enum UncertaintyDistribution
{
    /// <summary>Bell curve.</summary>
    Normal,

    /// <summary>Anywhere between two limits alike, as when nothing but the limits is known (GUM 4.3.7).</summary>
    Rectangular,

    /// <summary>The difference of two errors that are each rectangular.</summary>
    Triangular,

    /// <summary>Student's t: the spread itself was estimated from a few repeats (GUM G.3).</summary>
    Student,
}
