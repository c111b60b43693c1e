namespace Tiny.Bench.Results.Records;

/// <summary>One source of error in the budget of an energy.</summary>
public sealed record UncertaintyComponentRecord
{
    /// <summary>What it is: "gain of the meter".</summary>
    public required string Name { get; init; }

    /// <summary><c>normal</c>, <c>rectangular</c>, <c>triangular</c> or <c>student</c>.</summary>
    public required string Distribution { get; init; }

    /// <summary>Standard uncertainty, microjoules per inference; of a Student's t its scale.</summary>
    public required double StandardMicrojoules { get; init; }

    /// <summary>Degrees of freedom of a Student's t; null for the others.</summary>
    public int? DegreesOfFreedom { get; init; }

    /// <summary>Where the figure comes from.</summary>
    public required string Source { get; init; }
}
