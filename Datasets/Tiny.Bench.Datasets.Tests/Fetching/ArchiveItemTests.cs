using System.Security.Cryptography;
using System.Text;
using Tiny.Bench.Core;
using Tiny.Bench.Datasets.Catalog;
using Tiny.Bench.Datasets.Checking;
using Tiny.Bench.Datasets.Unpacking;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Datasets.Fetching;

/// <summary>Items that come packed: a folder that is there is whole.</summary>
public class ArchiveItemTests
{
    private const string List = "a.bin,2,0\nb.bin,2,1\n";

    [Fact]
    public async Task A_data_set_is_unpacked_and_checked_against_its_list_and_content()
    {
        using var folder = new TemporaryFolder();
        CatalogItem item = Pack(folder, "11", "22");
        FetchOutcome outcome = await FetchAsync(folder, item);
        Assert.Equal(folder["cache/datasets/t"], outcome.Path);
        Assert.Equal("22", await File.ReadAllTextAsync(folder["cache/datasets/t/b.bin"]));
        Assert.Equal(ItemState.Right, (await ItemCheck.CheckAsync(item, outcome.Path, CancellationToken.None)).State);
        Assert.Empty(Directory.GetFileSystemEntries(folder["cache/fetching"], "*.part*"));
        Assert.Empty(Directory.GetDirectories(folder["cache/fetching"]));
        Assert.True((await FetchAsync(folder, item)).WasThere);
    }

    [Fact]
    public async Task A_folder_that_comes_over_a_bad_line_is_whole_from_its_first_moment()
    {
        using var folder = new TemporaryFolder();
        CatalogItem item = Pack(folder, "11", "22");
        byte[] archive = await File.ReadAllBytesAsync(folder["t.tar.gz"]);
        await using var server = new FaultServer(async request =>
        {
            if (request.Number > 0)
            {
                await request.HonestAsync(archive);
                return;
            }

            await request.HeadAsync("200 OK", $"Content-Length: {archive.Length}", "ETag: \"1\"");
            await request.BytesAsync(archive.AsMemory(0, 100));
        });
        using var done = new CancellationTokenSource();
        Task watcher = Task.Run(async () =>
        {
            while (!done.IsCancellationRequested)
            {
                if (Directory.Exists(folder["cache/datasets/t"]))
                    Assert.Equal(3, Directory.GetFiles(folder["cache/datasets/t"]).Length);
                await Task.Delay(1);
            }
        });
        using var fetcher = new Fetcher(new CacheFolders(folder["cache"]), new FetchOptions { FirstDelay = TimeSpan.FromMilliseconds(5) });
        await fetcher.FetchAsync(item with { Url = server.Url("t.tar.gz") }, progress: null, CancellationToken.None);
        await done.CancelAsync();
        await watcher;
        Assert.Equal([null, 100], server.Requests.Select(request => request.From).ToArray());
        Assert.Equal("22", await File.ReadAllTextAsync(folder["cache/datasets/t/b.bin"]));
    }

    [Fact]
    public async Task A_data_set_of_other_content_is_not_put_in_its_place()
    {
        using var folder = new TemporaryFolder();
        CatalogItem item = Pack(folder, "11", "22");
        item = item with { List = item.List! with { Content = new string('0', 64) } };
        await Assert.ThrowsAsync<DatasetException>(() => FetchAsync(folder, item));
        Assert.False(Directory.Exists(folder["cache/datasets/t"]));
        Assert.Empty(Directory.GetDirectories(folder["cache/fetching"]));
    }

    [Fact]
    public async Task A_damaged_copy_is_replaced()
    {
        using var folder = new TemporaryFolder();
        CatalogItem item = Pack(folder, "11", "22");
        await FetchAsync(folder, item);
        folder.Write("cache/datasets/t/a.bin", "1x");
        Assert.False((await FetchAsync(folder, item)).WasThere);
        Assert.Equal("11", await File.ReadAllTextAsync(folder["cache/datasets/t/a.bin"]));
    }

    [Fact]
    public async Task A_folder_with_another_list_is_left_alone()
    {
        using var folder = new TemporaryFolder();
        CatalogItem item = Pack(folder, "11", "22");
        folder.Write("cache/datasets/t/y_labels.csv", "mine.bin,2,0\n");
        FetchException problem = await Assert.ThrowsAsync<FetchException>(() => FetchAsync(folder, item));
        Assert.Equal(FetchFault.Cache, problem.Fault);
        Assert.Equal("mine.bin,2,0\n", await File.ReadAllTextAsync(folder["cache/datasets/t/y_labels.csv"]));
    }

    [Fact]
    public async Task A_source_is_checked_later_by_the_hashes_that_were_taken()
    {
        using var folder = new TemporaryFolder();
        CatalogItem item = Pack(folder, "11", "22") with { Kind = CatalogItemKind.Source, List = null };
        string path = (await FetchAsync(folder, item)).Path;
        Assert.Equal(new ItemFinding(ItemState.Right, "3 files as they were unpacked"), await ItemCheck.CheckAsync(item, path, CancellationToken.None));
        folder.Write("cache/sources/t/b.bin", "2x");
        Assert.Equal(ItemState.Wrong, (await ItemCheck.CheckAsync(item, path, CancellationToken.None)).State);
        File.Delete(folder["cache/sources/t.sha256"]);
        Assert.Equal(ItemState.Unknown, (await ItemCheck.CheckAsync(item, path, CancellationToken.None)).State);
    }

    [Fact]
    public async Task What_a_dead_process_left_half_unpacked_is_not_used()
    {
        using var folder = new TemporaryFolder();
        CatalogItem item = Pack(folder, "11", "22");
        folder.Write("cache/fetching/t-set.unpacking/c.bin", "half");
        await FetchAsync(folder, item);
        Assert.False(File.Exists(folder["cache/datasets/t/c.bin"]));
    }

    [Fact]
    public async Task An_unpacked_folder_is_taken_with_what_its_list_names_and_nothing_else()
    {
        using var folder = new TemporaryFolder();
        CatalogItem item = Pack(folder, "11", "22") with { Url = null, Archive = null };
        folder.Write("copy/datasets/t/y_labels.csv", List);
        folder.Write("copy/datasets/t/a.bin", "11");
        folder.Write("copy/datasets/t/b.bin", "22");
        folder.Write("copy/datasets/t/other.bin", "33");
        using var fetcher = new Fetcher(new CacheFolders(folder["cache"]), new FetchOptions(), folder["copy"]);
        FetchOutcome outcome = await fetcher.FetchAsync(item, progress: null, CancellationToken.None);
        Assert.Equal(3, Directory.GetFiles(outcome.Path).Length);
        File.Delete(folder["copy/datasets/t/b.bin"]);
        Directory.Delete(outcome.Path, recursive: true);
        FetchException problem = await Assert.ThrowsAsync<FetchException>(() => fetcher.FetchAsync(item, progress: null, CancellationToken.None));
        Assert.Equal(FetchFault.NotAvailable, problem.Fault);
        Assert.False(Directory.Exists(outcome.Path));
    }

    [Fact]
    public async Task A_local_copy_is_verified_like_any_other()
    {
        using var folder = new TemporaryFolder();
        CatalogItem item = Pack(folder, "11", "22");
        folder.Write("t.tar.gz", "not the archive");
        await Assert.ThrowsAsync<HashMismatchException>(() => FetchAsync(folder, item));
        File.Delete(folder["t.tar.gz"]);
        FetchException problem = await Assert.ThrowsAsync<FetchException>(() => FetchAsync(folder, item));
        Assert.Equal(FetchFault.NotAvailable, problem.Fault);
        Assert.Contains(folder["t.tar.gz"], problem.Problem, StringComparison.Ordinal);
    }

    [SkippableTheory]
    [InlineData("kws01-official-1000")]
    [InlineData("ic01-calibration-500")]
    [InlineData("vww01-jpeg-200")]
    [InlineData("ad01-one-clip")]
    public async Task The_official_folders_are_what_the_catalogue_says(string id)
    {
        CatalogItem item = DataCatalog.Load().Find(id)!;
        string path = Official.Dataset(item.Target);
        ItemFinding finding = await ItemCheck.CheckAsync(item, path, CancellationToken.None);
        Assert.True(finding.State == ItemState.Right, finding.Text);
    }

    private static Task<FetchOutcome> FetchAsync(TemporaryFolder folder, CatalogItem item) =>
        new Fetcher(new CacheFolders(folder["cache"]), new FetchOptions(), folder.Path).FetchAsync(item, progress: null, CancellationToken.None);

    private static CatalogItem Pack(TemporaryFolder folder, string a, string b)
    {
        using var tar = new HostileTar();
        byte[] archive = tar.File("top/y_labels.csv", List).File("top/a.bin", a).File("top/b.bin", b).Pack();
        folder.Write("t.tar.gz", archive);
        return new CatalogItem
        {
            Id = "t-set",
            Kind = CatalogItemKind.Dataset,
            Tasks = ["t"],
            Target = "t",
            Url = new Uri("https://example.org/t.tar.gz"),
            Bytes = archive.Length,
            Sha256 = Hash(archive),
            Archive = new ArchiveLayout(ArchiveFormat.TarGz, Strip: 1),
            List = new ListFacts(Hash(Encoding.UTF8.GetBytes(List)), 2, 2, Hash(Encoding.UTF8.GetBytes(a + b))),
            Layout = "two files",
            Licence = "ours",
            Source = "this test",
        };
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
