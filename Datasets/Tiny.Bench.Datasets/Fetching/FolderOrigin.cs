using Tiny.Bench.Datasets.Catalog;
using Tiny.Bench.Datasets.Lists;

namespace Tiny.Bench.Datasets.Fetching;

/// <summary>Takes an item from a local folder: one that a browser downloaded into, or one in the official layout.</summary>
internal sealed class FolderOrigin(string folder) : IFetchOrigin
{
    private const int BufferBytes = 1 << 16;

    public async Task FillAsync(CatalogItem item, PartialFile part, IProgress<FetchProgress>? progress, CancellationToken cancellationToken)
    {
        string[] places = [.. PlacesOf(item)];
        string source = places.FirstOrDefault(File.Exists)
            ?? throw new FetchException(FetchFault.NotAvailable, item.Id, $"has no copy; looked for {string.Join(", ", places)}");
        part.Restart(new PartState(source, Validator: null));
        await using FileStream file = part.OpenAppend();
        await using FileStream from = File.OpenRead(source);
        var buffer = new byte[BufferBytes];
        while (await from.ReadAsync(buffer, cancellationToken) is > 0 and int count)
        {
            part.Write(file, buffer.AsSpan(0, count));
            progress?.Report(new FetchProgress(file.Position, from.Length));
        }
    }

    /// <summary>A copy of the item as an unpacked folder with its list; null when there is none.</summary>
    public string? FindUnpacked(CatalogItem item) => item.List is null
        ? null
        : RootsOf(item).Select(root => Path.Combine(root, item.Target)).FirstOrDefault(path => File.Exists(Path.Combine(path, SampleList.FileName)));

    private IEnumerable<string> PlacesOf(CatalogItem item)
    {
        // A folder of that name is no file: an archive goes by its own name.
        string[] names = item.Url is null ? [item.Target] : [item.Target, Path.GetFileName(item.Url.AbsolutePath)];
        return from root in RootsOf(item) from name in names.Distinct(StringComparer.Ordinal) select Path.Combine(root, name);
    }

    // The folder itself, or its part of the official layout: models beside datasets.
    private string[] RootsOf(CatalogItem item) => [folder, .. item.Kind == CatalogItemKind.Source ? [] : new[] { new CacheFolders(folder).Of(item.Kind) }];
}
