using System.IO.Compression;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Reference.Vectors;

public sealed class VectorFileTests : IDisposable
{
    private static readonly byte[] Content = [.. Enumerable.Range(0, 1000).Select(value => (byte)(value * value))];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_compressed_file_is_unpacked()
    {
        _folder.Write("a.gz", Pack(Content));
        Assert.Equal(Content, VectorFile.Read(_folder["a.gz"]));
    }

    [Fact]
    public void Any_other_name_is_plain()
    {
        byte[] packed = Pack(Content);
        _folder.Write("a.bin", packed);
        Assert.Equal(packed, VectorFile.Read(_folder["a.bin"]));
    }

    [Fact]
    public void A_compressed_file_stands_for_the_plain_one()
    {
        _folder.Write("a.bin.gz", Pack(Content));
        Assert.Equal(_folder["a.bin.gz"], VectorFile.Find(_folder["a.bin"]));
    }

    [Fact]
    public void Every_cut_is_noticed()
    {
        byte[] packed = Pack(Content);
        for (int length = 0; length < packed.Length; length++)
        {
            _folder.Write("a.gz", packed[..length]);
            var error = Assert.Throws<VectorFormatException>(() => VectorFile.Read(_folder["a.gz"]));
            Assert.Equal(_folder["a.gz"], error.Where);
        }
    }

    [Fact]
    public void What_is_no_gzip_is_refused()
    {
        _folder.Write("a.gz", Content);
        Assert.Contains("no gzip", Assert.Throws<VectorFormatException>(() => VectorFile.Read(_folder["a.gz"])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bomb_is_not_unpacked()
    {
        _folder.Write("a.gz", Pack(new byte[VectorFile.MaximumBytes + 1]));
        Assert.Contains("more than", Assert.Throws<VectorFormatException>(() => VectorFile.Read(_folder["a.gz"])).Message, StringComparison.Ordinal);
    }

    private static byte[] Pack(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var packer = new GZipStream(packed, CompressionLevel.Fastest))
            packer.Write(content);
        return packed.ToArray();
    }
}
