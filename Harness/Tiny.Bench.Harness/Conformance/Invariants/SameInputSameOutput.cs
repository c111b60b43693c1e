using System.Globalization;
using Tiny.Bench.Core.Systems;

namespace Tiny.Bench.Harness.Conformance.Invariants;

/// <summary>One input, many times, gives the same bytes: nothing is left of an inference, nothing is read that was never written.</summary>
public sealed class SameInputSameOutput(int repeats = SameInputSameOutput.Repeats) : IInvariant
{
    /// <summary>How often the input is run by default.</summary>
    public const int Repeats = 100;

    /// <inheritdoc/>
    public string Name => "same-input-same-output";

    /// <inheritdoc/>
    public async ValueTask<InvariantVerdict> CheckAsync(InvariantSubject subject, CancellationToken cancellationToken)
    {
        InferenceResult first = await subject.System.InferAsync(subject.Inputs[0], cancellationToken);
        for (int run = 2; run <= repeats; run++)
        {
            if (!OutputBytes.AreEqual(first, await subject.System.InferAsync(subject.Inputs[0], cancellationToken)))
                return new InvariantVerdict(Name, InvariantOutcome.Broken, string.Create(CultureInfo.InvariantCulture, $"run {run} of one input gave another output than the first"));
        }

        return new InvariantVerdict(Name, InvariantOutcome.Holds, string.Create(CultureInfo.InvariantCulture, $"{repeats} runs of one input gave one output"));
    }
}
