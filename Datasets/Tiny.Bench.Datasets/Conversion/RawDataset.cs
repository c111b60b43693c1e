using Tiny.Bench.Core;
using Tiny.Bench.Datasets.Lists;

namespace Tiny.Bench.Datasets.Conversion;

/// <summary>A raw data set as its publishers give it away.</summary>
public sealed record RawDataset
{
    /// <summary>Number of classes of the task.</summary>
    public required int ClassCount { get; init; }

    /// <summary>How the official files are cut into inputs; null when each is one input.</summary>
    public WindowCut? Windows { get; init; }

    /// <summary>All samples by ascending name of their official files.</summary>
    public required IReadOnlyList<RawSample> Samples { get; init; }

    /// <summary>Files that are no samples of the task, relative to the source.</summary>
    public IReadOnlyList<string> PassedOver { get; init; } = [];

    /// <summary>The samples in order, checked.</summary>
    /// <exception cref="DatasetException">There is none, or two have one name.</exception>
    internal static IReadOnlyList<RawSample> Ordered(string source, string expected, IEnumerable<RawSample> samples)
    {
        List<RawSample> ordered = [.. samples.OrderBy(sample => sample.File, StringComparer.Ordinal)];
        if (ordered.Count == 0)
            throw new DatasetException(source, $"has nothing to convert; expected {expected}");
        for (int index = 1; index < ordered.Count; index++)
        {
            if (ordered[index].File == ordered[index - 1].File)
                throw new DatasetException(source, $"{ordered[index - 1].Source} and {ordered[index].Source} both become {ordered[index].File}");
        }

        return ordered;
    }
}
