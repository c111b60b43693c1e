using System.Text.Json;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Reference.Tests.Kernels;

/// <summary>Reads the shared softmax vectors.</summary>
internal static class SoftmaxVectors
{
    /// <summary>All cases of <c>softmax_s8</c>.</summary>
    public static IReadOnlyList<VectorCase> Cases() => Read("softmax_s8");

    /// <summary>The case of <c>fixed_point</c> that derives multiplier, shift and lowest difference from a scale.</summary>
    public static VectorCase Preparation() =>
        Read("fixed_point").Single(c => string.Equals(c.Id, "fixed_point/softmax_prep", StringComparison.Ordinal));

    private static List<VectorCase> Read(string category)
    {
        byte[] blob = File.ReadAllBytes(Official.Vectors(category + ".bin"));
        return File.ReadLines(Official.Vectors(category + ".jsonl"))
            .Select(line => new VectorCase(JsonDocument.Parse(line).RootElement, blob))
            .ToList();
    }
}
