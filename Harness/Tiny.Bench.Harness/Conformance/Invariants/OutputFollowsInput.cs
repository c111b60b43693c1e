using System.Globalization;
using Tiny.Bench.Core.Systems;

namespace Tiny.Bench.Harness.Conformance.Invariants;

/// <summary>Different inputs do not all give one output: the system looks at what it is given.</summary>
public sealed class OutputFollowsInput : IInvariant
{
    /// <inheritdoc/>
    public string Name => "output-follows-input";

    /// <inheritdoc/>
    public async ValueTask<InvariantVerdict> CheckAsync(InvariantSubject subject, CancellationToken cancellationToken)
    {
        if (subject.Inputs.Count < 2)
            return new InvariantVerdict(Name, InvariantOutcome.DoesNotApply, "takes two inputs");
        InferenceResult first = await subject.System.InferAsync(subject.Inputs[0], cancellationToken);
        foreach (ReadOnlyMemory<byte> input in subject.Inputs.Skip(1))
        {
            if (!OutputBytes.AreEqual(first, await subject.System.InferAsync(input, cancellationToken)))
                return new InvariantVerdict(Name, InvariantOutcome.Holds, "two inputs gave two outputs");
        }

        return new InvariantVerdict(Name, InvariantOutcome.Broken, string.Create(CultureInfo.InvariantCulture, $"{subject.Inputs.Count} different inputs gave one output"));
    }
}
