namespace Tiny.Bench.Harness.Conformance;

/// <summary>The inputs of a golden file, read one by one.</summary>
/// <param name="Count">How many there are; generated ones have no end.</param>
/// <param name="Read">The bytes of the input with that index, 0 to <paramref name="Count"/> less 1.</param>
public sealed record GoldenInputSet(int Count, Func<int, byte[]> Read);
