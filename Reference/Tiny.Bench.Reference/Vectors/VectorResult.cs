namespace Tiny.Bench.Reference.Vectors;

/// <summary>The verdict on one case.</summary>
public sealed record VectorResult
{
    /// <summary>The case.</summary>
    public required VectorCase Case { get; init; }

    /// <summary>Passed, failed or unsupported.</summary>
    public required VectorOutcome Outcome { get; init; }

    /// <summary>Number of elements that differ.</summary>
    public int Differences { get; init; }

    /// <summary>Flat index of the first element that differs.</summary>
    public int FirstElement { get; init; }

    /// <summary>What the case expects there.</summary>
    public long Expected { get; init; }

    /// <summary>What was computed there.</summary>
    public long Got { get; init; }

    /// <summary>Why the case is unsupported; else empty.</summary>
    public string Reason { get; init; } = "";

    /// <summary>False for an unsupported case that the target cannot be given at all: no form for it in a plan, no room for it on the board.</summary>
    public bool IsCarried { get; init; } = true;

    /// <summary>Bytes behind the output that the target overwrote: a failure, also where every element is equal.</summary>
    public long Overwritten { get; init; }

    /// <summary>The computed output; null where nothing was computed, or a board's checksum was right and nothing was fetched.</summary>
    public VectorTensor? Computed { get; init; }

    /// <summary>A case that could not be judged.</summary>
    public static VectorResult Unsupported(VectorCase vectorCase, string reason) =>
        new() { Case = vectorCase, Outcome = VectorOutcome.Unsupported, Reason = reason };

    /// <summary>A case that the target cannot be given.</summary>
    public static VectorResult NotCarried(VectorCase vectorCase, string reason) => Unsupported(vectorCase, reason) with { IsCarried = false };

    /// <summary>Compares an output, given as the bytes of the expected type, with the expected one.</summary>
    /// <exception cref="VectorFormatException">There is nothing to compare, or the number of bytes is another.</exception>
    public static VectorResult Compare(VectorCase vectorCase, ReadOnlyMemory<byte> computed)
    {
        VectorTensor expected = vectorCase.Output;
        if (computed.Length != expected.Content.Length)
            throw vectorCase.Error($"the output has {expected.Content.Length} bytes; computed were {computed.Length}");
        return Compare(vectorCase, new VectorTensor(vectorCase.Id, expected.Type, expected.Shape, computed));
    }

    /// <summary>Compares every element of an output with the expected one.</summary>
    /// <exception cref="VectorFormatException">There is nothing to compare, or the number of elements is another.</exception>
    /// <exception cref="UnsupportedVectorException">The types differ.</exception>
    internal static VectorResult Compare(VectorCase vectorCase, VectorTensor computed)
    {
        VectorTensor expected = vectorCase.Output;
        if (expected.Shape.ElementCount == 0)
            throw vectorCase.Error("the output has no elements; expected at least one to compare");
        if (computed.Type != expected.Type)
        {
            throw new UnsupportedVectorException(
                vectorCase.Id, $"no kernel computes {expected.Type.SchemaName()} here, only {computed.Type.SchemaName()}");
        }

        long[] left = expected.ReadIntegers(), right = computed.ReadIntegers();
        if (left.Length != right.Length)
            throw vectorCase.Error($"the output has {left.Length} elements; the parameters give {right.Length}");

        int first = left.AsSpan().CommonPrefixLength(right);
        if (first == left.Length)
            return new VectorResult { Case = vectorCase, Outcome = VectorOutcome.Passed, Computed = computed };
        return new VectorResult
        {
            Case = vectorCase,
            Outcome = VectorOutcome.Failed,
            Differences = left.Zip(right).Count(pair => pair.First != pair.Second),
            FirstElement = first,
            Expected = left[first],
            Got = right[first],
            Computed = computed,
        };
    }
}
