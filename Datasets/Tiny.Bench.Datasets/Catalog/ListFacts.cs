namespace Tiny.Bench.Datasets.Catalog;

/// <summary>A sample list and the files that belong to it.</summary>
/// <param name="Sha256">SHA-256 of <c>y_labels.csv</c>, 64 lower-case hexadecimal digits.</param>
/// <param name="Samples">Files that it lists, at least 1.</param>
/// <param name="BytesEach">Size of each, at least 1.</param>
/// <param name="Content">SHA-256 over the bytes of all files, one after the other in the list's order.</param>
public sealed record ListFacts(string Sha256, int Samples, long BytesEach, string Content);
