namespace Tiny.Bench.Harness.Conformance.Invariants;

/// <summary>Something that holds for every system, whatever model and rounding: no reference is needed to see it broken.</summary>
public interface IInvariant
{
    /// <summary>Stable and short: <c>same-input-same-output</c>.</summary>
    string Name { get; }

    /// <summary>Tries to break it.</summary>
    /// <param name="subject">The system with its inputs.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="Core.TinyBenchException">The system failed.</exception>
    ValueTask<InvariantVerdict> CheckAsync(InvariantSubject subject, CancellationToken cancellationToken);
}
