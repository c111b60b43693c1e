using System.Globalization;
using Tiny.Bench.Core.Systems;

namespace Tiny.Bench.Harness.Conformance.Invariants;

/// <summary>The probabilities of an int8 softmax sum to one, as far as its codes can say.</summary>
/// <remarks>
/// Code + 128 is 256 p rounded to nearest and cut at 255. The exact p sum to 1. Each of n roundings moves the sum by at most 1/2, which makes n / 2;
/// the cut takes at most 1 more, and only from one output, because two of them cannot be above 1/2. Fixed-point exponential and reciprocal are off by less
/// than 2^-16 of a code, which no whole sum shows. So |sum - 256| is at most floor(n / 2) + 1. Source: spec arithmetic.md section 11.
/// </remarks>
public sealed class SoftmaxMass : IInvariant
{
    private const int One = 256;

    /// <inheritdoc/>
    public string Name => "softmax-mass";

    /// <inheritdoc/>
    public async ValueTask<InvariantVerdict> CheckAsync(InvariantSubject subject, CancellationToken cancellationToken)
    {
        if (!subject.EndsInSoftmax)
            return new InvariantVerdict(Name, InvariantOutcome.DoesNotApply, "the model does not end in an int8 softmax");
        int largest = 0;
        foreach (ReadOnlyMemory<byte> input in subject.Inputs)
        {
            InferenceResult result = await subject.System.InferAsync(input, cancellationToken);
            if (result.Output.IsEmpty)
                return new InvariantVerdict(Name, InvariantOutcome.DoesNotApply, "the system only prints its results");
            int mass = MassOf(result.Output.Span), bound = BoundOf(result.Output.Length);
            if (Math.Abs(mass - One) > bound)
                return new InvariantVerdict(Name, InvariantOutcome.Broken, string.Create(CultureInfo.InvariantCulture, $"the codes sum to {mass}/256; expected {One} within {bound}"));
            largest = Math.Max(largest, Math.Abs(mass - One));
        }

        return new InvariantVerdict(Name, InvariantOutcome.Holds, string.Create(CultureInfo.InvariantCulture, $"at most {largest}/256 off over {subject.Inputs.Count} inputs"));
    }

    /// <summary>The farthest that the sum of n outputs may lie from 256.</summary>
    internal static int BoundOf(int outputs) => (outputs / 2) + 1;

    private static int MassOf(ReadOnlySpan<byte> codes)
    {
        int mass = 0;
        foreach (byte code in codes)
            mass += (sbyte)code - sbyte.MinValue;
        return mass;
    }
}
