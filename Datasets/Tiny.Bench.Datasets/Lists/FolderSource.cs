using Tiny.Bench.Core;

namespace Tiny.Bench.Datasets.Lists;

/// <summary>Samples in a folder, one file each.</summary>
internal sealed class FolderSource(string folder) : ISampleSource
{
    public string Path { get; } = System.IO.Path.GetFullPath(folder);

    public string PathOf(string file) => System.IO.Path.Combine(Path, file);

    public long? LengthOf(string file)
    {
        var info = new FileInfo(PathOf(file));
        return info.Exists ? info.Length : null;
    }

    public byte[] Read(string file, long largest) => File.ReadAllBytes(Bounded(file, largest));

    public async ValueTask<byte[]> ReadAsync(string file, long largest, CancellationToken cancellationToken) =>
        await File.ReadAllBytesAsync(Bounded(file, largest), cancellationToken);

    private string Bounded(string file, long largest)
    {
        string path = PathOf(file);
        long count = new FileInfo(path).Length;
        return count <= largest ? path : throw new DatasetException(path, $"has {count} bytes; expected at most {largest}");
    }
}
