using Tiny.Bench.Core.Systems;

namespace Tiny.Bench.Harness.Conformance.Invariants;

/// <summary>A, B, A gives A's bytes again: an input leaves no trace in the inference of another.</summary>
public sealed class InputsDoNotMix : IInvariant
{
    /// <inheritdoc/>
    public string Name => "inputs-do-not-mix";

    /// <inheritdoc/>
    public async ValueTask<InvariantVerdict> CheckAsync(InvariantSubject subject, CancellationToken cancellationToken)
    {
        if (subject.Inputs.Count < 2)
            return new InvariantVerdict(Name, InvariantOutcome.DoesNotApply, "takes two inputs");
        InferenceResult before = await subject.System.InferAsync(subject.Inputs[0], cancellationToken);
        await subject.System.InferAsync(subject.Inputs[1], cancellationToken);
        InferenceResult after = await subject.System.InferAsync(subject.Inputs[0], cancellationToken);
        return OutputBytes.AreEqual(before, after)
            ? new InvariantVerdict(Name, InvariantOutcome.Holds, "an input gave the same output before and after another one")
            : new InvariantVerdict(Name, InvariantOutcome.Broken, "an input gave another output after another input was run");
    }
}
