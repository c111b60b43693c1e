namespace Tiny.Bench.Harness.Conformance.Invariants;

/// <summary>All invariants.</summary>
public static class InvariantSuite
{
    /// <summary>In the order in which they are tried; the guard comes last, behind all inferences.</summary>
    public static IReadOnlyList<IInvariant> All { get; } =
    [
        new SameInputSameOutput(), new InputsDoNotMix(), new OutputFollowsInput(), new SoftmaxMass(), new TimeGoesOn(), new ArenaGuardWhole(),
    ];

    /// <summary>Tries them all.</summary>
    /// <param name="subject">The system with its inputs.</param>
    /// <param name="progress">Called after each; may be null.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="Core.TinyBenchException">The system failed.</exception>
    public static async ValueTask<IReadOnlyList<InvariantVerdict>> CheckAsync(
        InvariantSubject subject, IProgress<(int Done, int Total)>? progress, CancellationToken cancellationToken)
    {
        var verdicts = new List<InvariantVerdict>(All.Count);
        foreach (IInvariant invariant in All)
        {
            verdicts.Add(await invariant.CheckAsync(subject, cancellationToken));
            progress?.Report((verdicts.Count, All.Count));
        }

        return verdicts;
    }
}
