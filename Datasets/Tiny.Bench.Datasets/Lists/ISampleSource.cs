using Tiny.Bench.Core;

namespace Tiny.Bench.Datasets.Lists;

/// <summary>Where a sample list and its files lie. Safe to use from several threads; holds nothing open.</summary>
public interface ISampleSource
{
    /// <summary>Full path of the folder or archive.</summary>
    string Path { get; }

    /// <summary>Full path of a file in it, for messages; in an archive, no path that can be opened.</summary>
    /// <param name="file">Path under the source, parts separated by <c>/</c>.</param>
    string PathOf(string file);

    /// <summary>Length of a file in bytes; null when there is none of that name.</summary>
    /// <param name="file">Path under the source.</param>
    long? LengthOf(string file);

    /// <summary>Reads a whole file.</summary>
    /// <param name="file">Path under the source, of a file that is there.</param>
    /// <param name="largest">Most bytes that are wanted; a larger file is refused before it is read.</param>
    /// <exception cref="DatasetException">The file is too large, or damaged.</exception>
    byte[] Read(string file, long largest);

    /// <summary>The same as <see cref="Read"/>, without a thread that waits for the disk.</summary>
    ValueTask<byte[]> ReadAsync(string file, long largest, CancellationToken cancellationToken);
}
