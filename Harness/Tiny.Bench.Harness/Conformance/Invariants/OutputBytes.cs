using System.Runtime.InteropServices;
using Tiny.Bench.Core.Systems;

namespace Tiny.Bench.Harness.Conformance.Invariants;

/// <summary>What two answers of a system are compared by.</summary>
internal static class OutputBytes
{
    /// <summary>The output tensor, or of a system that only prints the printed values.</summary>
    public static ReadOnlySpan<byte> Of(InferenceResult result) =>
        result.Output.IsEmpty ? MemoryMarshal.AsBytes<float>(result.Scores) : result.Output.Span;

    /// <summary>Whether two answers are the same.</summary>
    public static bool AreEqual(InferenceResult first, InferenceResult second) => Of(first).SequenceEqual(Of(second));
}
