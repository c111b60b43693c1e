namespace Tiny.Bench.Boards.Catalog;

/// <summary>The rounding to expect of foreign firmware. It is a hint: a verdict comes from the bytes.</summary>
/// <param name="Library">The inference library that the figures were published with.</param>
/// <param name="Dialect">The dialect's name: <c>float32</c>.</param>
/// <param name="Source">The published outputs that equal it.</param>
public sealed record DialectFacts(string Library, string Dialect, string Source);
