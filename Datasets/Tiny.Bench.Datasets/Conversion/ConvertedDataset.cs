namespace Tiny.Bench.Datasets.Conversion;

/// <summary>What a conversion wrote.</summary>
/// <param name="Folder">Full path of the data set.</param>
/// <param name="Samples">Number of samples that its list names.</param>
/// <param name="ListSha256">SHA-256 of its <c>y_labels.csv</c>, 64 lower-case hexadecimal digits.</param>
/// <param name="PassedOver">Files of the source that were not used, relative to it.</param>
public sealed record ConvertedDataset(string Folder, int Samples, string ListSha256, IReadOnlyList<string> PassedOver);
