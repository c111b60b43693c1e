using System.Globalization;
using Tiny.Bench.Core.Systems;

namespace Tiny.Bench.Harness.Conformance.Invariants;

/// <summary>The guard bytes behind the memory of the tensors are whole after inferences: no kernel writes behind what it was given.</summary>
public sealed class ArenaGuardWhole : IInvariant
{
    /// <inheritdoc/>
    public string Name => "arena-guard-whole";

    /// <inheritdoc/>
    public async ValueTask<InvariantVerdict> CheckAsync(InvariantSubject subject, CancellationToken cancellationToken)
    {
        if (subject.System is not IArenaGuarded guarded)
            return new InvariantVerdict(Name, InvariantOutcome.DoesNotApply, "the system has no guard bytes");
        foreach (ReadOnlyMemory<byte> input in subject.Inputs)
            await subject.System.InferAsync(input, cancellationToken);
        return await guarded.ReadGuardAsync(cancellationToken) switch
        {
            null => new InvariantVerdict(Name, InvariantOutcome.DoesNotApply, "the firmware does not tell of guard bytes"),
            { Bytes: 0 } => new InvariantVerdict(Name, InvariantOutcome.DoesNotApply, "the model fills all memory"),
            { Damaged: 0, Bytes: var bytes } => new InvariantVerdict(Name, InvariantOutcome.Holds, string.Create(CultureInfo.InvariantCulture, $"{bytes} bytes")),
            var guard => new InvariantVerdict(Name, InvariantOutcome.Broken, string.Create(CultureInfo.InvariantCulture, $"{guard.Value.Damaged} of {guard.Value.Bytes} bytes behind the arena were overwritten")),
        };
    }
}
