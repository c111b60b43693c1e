using System.Formats.Tar;
using System.IO.Compression;
using System.Text;

namespace Tiny.Bench.Datasets.Unpacking;

/// <summary>Packs a .tar.gz whose entries a test names one by one, whatever they are.</summary>
internal sealed class HostileTar : IDisposable
{
    private readonly MemoryStream _bytes = new();
    private readonly GZipStream _gzip;
    private readonly TarWriter _tar;

    public HostileTar()
    {
        _gzip = new GZipStream(_bytes, CompressionLevel.Fastest, leaveOpen: true);
        _tar = new TarWriter(_gzip, TarEntryFormat.Pax, leaveOpen: true);
    }

    public HostileTar File(string name, string content = "x") => File(name, new MemoryStream(Encoding.UTF8.GetBytes(content)));

    public HostileTar File(string name, Stream content)
    {
        _tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = content });
        return this;
    }

    public HostileTar Entry(TarEntryType type, string name, string? link = null)
    {
        var entry = new PaxTarEntry(type, name);
        if (link is not null)
            entry.LinkName = link;
        _tar.WriteEntry(entry);
        return this;
    }

    /// <summary>The header without a file that git puts in front of its archives.</summary>
    public HostileTar Remark(string comment)
    {
        _tar.WriteEntry(new PaxGlobalExtendedAttributesTarEntry([KeyValuePair.Create("comment", comment)]));
        return this;
    }

    public byte[] Pack()
    {
        _tar.Dispose();
        _gzip.Dispose();
        return _bytes.ToArray();
    }

    public void Dispose()
    {
        _tar.Dispose();
        _gzip.Dispose();
        _bytes.Dispose();
    }
}
