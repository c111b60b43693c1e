using Tiny.Bench.Core;
using Tiny.Bench.Datasets.Catalog;
using Tiny.Bench.Datasets.Checking;
using Tiny.Bench.Datasets.Lists;
using Tiny.Bench.Datasets.Unpacking;

namespace Tiny.Bench.Datasets.Fetching;

/// <summary>Fills a folder aside, checks it, and puts it in its place in one step.</summary>
internal static class FolderPlacement
{
    /// <summary>Unpacks a whole and checked archive, which goes afterwards.</summary>
    public static async Task UnpackAsync(
        CatalogItem item, ArchiveLayout layout, PartialFile part, CacheFolders cache, IProgress<FetchProgress>? progress, CancellationToken cancellationToken)
    {
        string staging = Prepare(cache.StagingOf(item));
        progress?.Report(new FetchProgress(part.Length, part.Length, "unpacking"));
        var unpacker = new ArchiveUnpacker(item.Url?.AbsoluteUri ?? item.Id, layout, UnpackLimits.For(part.Length));
        IReadOnlyList<UnpackedFile> files;
        try
        {
            await using FileStream archive = File.OpenRead(part.Path);
            files = await Task.Run(() => unpacker.Unpack(archive, staging, cancellationToken), cancellationToken);
            await RequireListAsync(item, staging, cancellationToken);
        }
        catch (Exception problem) when (problem is TinyBenchException or OperationCanceledException)
        {
            Directory.Delete(staging, recursive: true);

            // An archive that is as published and cannot be used stays useless; after anything else it is still good.
            if (problem is FetchException { Fault: FetchFault.Archive } or DatasetException or MissingFileException)
                part.Discard();
            throw;
        }

        string target = cache.TargetOf(item);
        WriteSums(target, files, staging);
        Place(staging, target);
        part.Discard();
    }

    /// <summary>Copies a folder that lies unpacked somewhere else: its list and what that lists.</summary>
    public static async Task<FetchOutcome> CopyAsync(CatalogItem item, string source, CacheFolders cache, CancellationToken cancellationToken)
    {
        string staging = Prepare(cache.StagingOf(item));
        try
        {
            SampleList list = SampleList.Read(source);
            File.Copy(list.Path, Path.Combine(staging, SampleList.FileName));
            foreach (TaskSample sample in list.Samples)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (!File.Exists(sample.Path))
                    throw new FetchException(FetchFault.NotAvailable, sample.Path, $"is not there, and {SampleList.FileName} lists it");
                string copy = Path.Combine(staging, sample.File);
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(sample.Path, copy);
            }

            await RequireListAsync(item, staging, cancellationToken);
            string target = cache.TargetOf(item);
            Place(staging, target);
            return new FetchOutcome(target, WasThere: false, item.List!.Content);
        }
        finally
        {
            if (Directory.Exists(staging))
                Directory.Delete(staging, recursive: true);
        }
    }

    private static string Prepare(string staging)
    {
        // Left by a process that died; the lock is ours now.
        if (Directory.Exists(staging))
            Directory.Delete(staging, recursive: true);
        Directory.CreateDirectory(staging);
        return staging;
    }

    private static async Task RequireListAsync(CatalogItem item, string folder, CancellationToken cancellationToken)
    {
        if (item.List is null)
            return;
        ItemFinding finding = await ItemCheck.CheckAsync(item, folder, cancellationToken);
        if (finding.State != ItemState.Right)
            throw new DatasetException(item.Id, $"is not what the catalogue means: {finding.Text}");
    }

    // Before the folder: a folder without its hashes could never be checked again.
    private static void WriteSums(string target, IReadOnlyList<UnpackedFile> files, string staging)
    {
        string text = HashSums.Write(target, files);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        string aside = staging + ".sha256";
        File.WriteAllText(aside, text);
        File.Move(aside, HashSums.PathOf(target), overwrite: true);
    }

    private static void Place(string staging, string target)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        string old = staging + ".old";
        if (Directory.Exists(old))
            Directory.Delete(old, recursive: true);
        if (Directory.Exists(target))
            Directory.Move(target, old);
        Directory.Move(staging, target);
        if (Directory.Exists(old))
            Directory.Delete(old, recursive: true);
    }
}
