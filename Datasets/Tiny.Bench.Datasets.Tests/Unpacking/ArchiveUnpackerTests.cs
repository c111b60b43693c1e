using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using Tiny.Bench.Datasets.Catalog;
using Tiny.Bench.Datasets.Fetching;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Datasets.Unpacking;

public class ArchiveUnpackerTests
{
    private const string Sha256OfX = "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881";

    [Fact]
    public void A_tar_is_unpacked_with_the_hash_of_each_file()
    {
        using var tar = new HostileTar();
        using var folder = new TemporaryFolder();
        IReadOnlyList<UnpackedFile> files = Unpack(tar.Entry(TarEntryType.Directory, "./b/").File("./b/2.wav").File("a.wav").Pack(), folder);
        Assert.Equal([new UnpackedFile("a.wav", Sha256OfX), new UnpackedFile("b/2.wav", Sha256OfX)], files);
        Assert.Equal("x", File.ReadAllText(folder["b/2.wav"]));
    }

    [Fact]
    public void Only_what_is_selected_comes_out_under_its_name_below()
    {
        using var tar = new HostileTar();
        using var folder = new TemporaryFolder();
        byte[] archive = tar.Remark("commit").File("repo-1/README.md").File("repo-1/datasets/kws01/1.bin").File("repo-1/datasets/kws01-open/1.bin").Pack();
        IReadOnlyList<UnpackedFile> files = Unpack(archive, folder, new ArchiveLayout(ArchiveFormat.TarGz, Strip: 1, Select: "datasets/kws01/"));
        Assert.Equal(["1.bin"], files.Select(file => file.Name).ToArray());
        Assert.Equal([folder["1.bin"]], Directory.GetFileSystemEntries(folder.Path));
    }

    [Theory]
    [InlineData("../evil")]
    [InlineData("a/../../evil")]
    [InlineData("/evil")]
    [InlineData("a//b")]
    [InlineData("C:/evil")]
    [InlineData("..\\evil")]
    [InlineData("a\\b")]
    [InlineData("./../evil")]
    [InlineData("bell\a")]
    public void A_name_that_leads_elsewhere_is_refused(string name)
    {
        using var tar = new HostileTar();
        using var folder = new TemporaryFolder();
        FetchException problem = Refused(tar.File("good").File(name).Pack(), folder);
        Assert.Contains("leads out of the folder", problem.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../evil")]
    [InlineData("/evil")]
    [InlineData("a/../../evil")]
    public void A_name_that_leads_elsewhere_is_refused_in_a_zip_too(string name)
    {
        using var folder = new TemporaryFolder();
        Refused(Zip(zip => Add(zip, name)), folder, ArchiveFormat.Zip);
    }

    [Theory]
    [InlineData(TarEntryType.SymbolicLink)]
    [InlineData(TarEntryType.HardLink)]
    [InlineData(TarEntryType.CharacterDevice)]
    [InlineData(TarEntryType.BlockDevice)]
    [InlineData(TarEntryType.Fifo)]
    public void A_link_or_a_device_is_refused(TarEntryType type)
    {
        using var tar = new HostileTar();
        using var folder = new TemporaryFolder();
        string? link = type is TarEntryType.SymbolicLink or TarEntryType.HardLink ? "/etc/passwd" : null;
        FetchException problem = Refused(tar.File("good").Entry(type, "bad", link).Pack(), folder);
        Assert.EndsWith(", entry bad", problem.Where, StringComparison.Ordinal);
        Assert.Equal([folder["good"]], Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void A_symbolic_link_is_refused_in_a_zip_too()
    {
        using var folder = new TemporaryFolder();
        Refused(Zip(zip => Add(zip, "bad", "/etc/passwd").ExternalAttributes = unchecked((int)0xA1FF0000)), folder, ArchiveFormat.Zip);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void A_file_of_zeros_that_grows_a_thousandfold_is_stopped_at_the_limit()
    {
        using var tar = new HostileTar();
        using var folder = new TemporaryFolder();
        byte[] archive = tar.File("zeros", new MemoryStream(new byte[1 << 20])).Pack();
        FetchException problem = Refused(archive, folder, limits: new UnpackLimits(Entries: 10, Bytes: 100_000, Depth: 8));
        Assert.Contains("more than 100000 bytes", problem.Problem, StringComparison.Ordinal);
        Assert.InRange(new FileInfo(folder["zeros"]).Length, 0, 100_000);
    }

    [Fact]
    public void A_zip_that_understates_its_sizes_is_stopped_or_damaged()
    {
        byte[] archive = Zip(zip => Add(zip, "zeros", new string('0', 1 << 20)));

        // The uncompressed size, in the local header (offset 22) and in the directory (offset 24).
        int directory = archive.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        BitConverter.TryWriteBytes(archive.AsSpan(22), 5);
        BitConverter.TryWriteBytes(archive.AsSpan(directory + 24), 5);
        using var folder = new TemporaryFolder();
        try
        {
            Unpack(archive, folder, new ArchiveLayout(ArchiveFormat.Zip), new UnpackLimits(Entries: 10, Bytes: 100_000, Depth: 8));
        }
        catch (FetchException problem)
        {
            Assert.Equal(FetchFault.Archive, problem.Fault);
        }

        Assert.InRange(new FileInfo(folder["zeros"]).Length, 0, 100_000);
    }

    [Fact]
    public void The_default_limit_grows_with_the_archive() =>
        Assert.Equal((64L << 20) + 20_000, UnpackLimits.For(1000).Bytes);

    [Fact]
    public void Too_many_files_and_too_many_folders_are_refused()
    {
        using var tar = new HostileTar();
        using var folder = new TemporaryFolder();
        byte[] archive = tar.File("1").File("2").File("3").Pack();
        Assert.Contains("at most 2 files", Refused(archive, folder, limits: new UnpackLimits(Entries: 2, Bytes: 100, Depth: 8)).Problem, StringComparison.Ordinal);
        using var deep = new HostileTar();
        Assert.Contains("3 folders deep", Refused(deep.File("a/b/c").Pack(), folder, limits: new UnpackLimits(2, 100, Depth: 2)).Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.wav", "a.wav")]
    [InlineData("a.wav", "A.WAV")]
    [InlineData("a.wav", "./a.wav")]
    public void A_name_that_comes_twice_is_refused(string first, string second)
    {
        using var tar = new HostileTar();
        using var folder = new TemporaryFolder();
        Assert.Contains("comes twice", Refused(tar.File(first).File(second, "other").Pack(), folder).Problem, StringComparison.Ordinal);
        Assert.Equal("x", File.ReadAllText(folder["a.wav"]));
    }

    [Theory]
    [InlineData(ArchiveFormat.TarGz)]
    [InlineData(ArchiveFormat.Zip)]
    public void A_truncated_archive_is_damaged_wherever_it_was_cut(ArchiveFormat format)
    {
        var noise = new byte[5000];
        new Random(1).NextBytes(noise);
        using var tar = new HostileTar();
        byte[] whole = format == ArchiveFormat.TarGz
            ? tar.File("a", new MemoryStream(noise)).File("b", new MemoryStream(noise)).Pack()
            : Zip(zip => Add(zip, "a", Convert.ToBase64String(noise)));
        for (int length = 0; length < whole.Length - 600; length += 211)
        {
            using var folder = new TemporaryFolder();
            Refused(whole[..length], folder, format);
        }
    }

    [Theory]
    [InlineData(ArchiveFormat.TarGz)]
    [InlineData(ArchiveFormat.Zip)]
    public void A_flipped_byte_never_becomes_anything_but_an_error_or_files_inside(ArchiveFormat format)
    {
        using var tar = new HostileTar();
        byte[] whole = format == ArchiveFormat.TarGz ? tar.File("a/1").File("b").Pack() : Zip(zip => Add(zip, "a/1"));
        for (int at = 0; at < whole.Length; at++)
        {
            using var folder = new TemporaryFolder();
            byte[] damaged = [.. whole];
            damaged[at] ^= 0x55;
            try
            {
                Unpack(damaged, folder, new ArchiveLayout(format));
            }
            catch (FetchException problem)
            {
                Assert.Equal(FetchFault.Archive, problem.Fault);
            }
        }
    }

    [Fact]
    public void An_archive_without_what_is_selected_is_refused()
    {
        using var tar = new HostileTar();
        using var folder = new TemporaryFolder();
        byte[] archive = tar.File("repo/other").Pack();
        Assert.Equal(
            "holds no file under datasets/; expected at least one",
            Assert.Throws<FetchException>(() => Unpack(archive, folder, new ArchiveLayout(ArchiveFormat.TarGz, 1, "datasets/"))).Problem);
    }

    private static IReadOnlyList<UnpackedFile> Unpack(byte[] archive, TemporaryFolder folder, ArchiveLayout? layout = null, UnpackLimits? limits = null) =>
        new ArchiveUnpacker("test", layout ?? new ArchiveLayout(ArchiveFormat.TarGz), limits ?? UnpackLimits.For(archive.Length))
            .Unpack(new MemoryStream(archive), folder.Path, CancellationToken.None);

    private static FetchException Refused(byte[] archive, TemporaryFolder folder, ArchiveFormat format = ArchiveFormat.TarGz, UnpackLimits? limits = null)
    {
        FetchException problem = Assert.Throws<FetchException>(() => Unpack(archive, folder, new ArchiveLayout(format), limits));
        Assert.Equal(FetchFault.Archive, problem.Fault);
        return problem;
    }

    private static byte[] Zip(Action<ZipArchive> fill)
    {
        var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            fill(zip);
        return bytes.ToArray();
    }

    private static ZipArchiveEntry Add(ZipArchive zip, string name, string content = "x")
    {
        ZipArchiveEntry entry = zip.CreateEntry(name);
        using Stream stream = entry.Open();
        stream.Write(Encoding.UTF8.GetBytes(content));
        return entry;
    }
}
