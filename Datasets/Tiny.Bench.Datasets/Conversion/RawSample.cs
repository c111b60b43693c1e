namespace Tiny.Bench.Datasets.Conversion;

/// <summary>A sample of a raw data set, and the official input that it becomes.</summary>
/// <param name="Source">Where it comes from, for messages.</param>
/// <param name="File">Name of the official file, unique in its data set.</param>
/// <param name="ClassIndex">The class that its place or name says; null when they say none.</param>
/// <param name="Convert">Reads it and gives the bytes of the official file; throws what the readers throw.</param>
public sealed record RawSample(string Source, string File, int? ClassIndex, Func<byte[]> Convert);
