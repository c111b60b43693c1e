using Tiny.Bench.Datasets.Catalog;
using Tiny.Bench.Datasets.Locating;

namespace Tiny.Bench.Datasets.Fetching;

/// <summary>Where things lie in a cache. Parts and locks have a folder of their own, on the same file system, where no search for data looks.</summary>
/// <param name="Root">The cache: the folder that holds <c>models</c>, <c>datasets</c> and <c>sources</c>.</param>
public sealed record CacheFolders(string Root)
{
    /// <summary>The user's cache.</summary>
    public static CacheFolders OfUser(Func<string, string?>? environment = null) =>
        new(Path.GetDirectoryName(UserCache.Folder("models", environment))!);

    /// <summary>The folder of a kind.</summary>
    public string Of(CatalogItemKind kind) => Path.Combine(Root, kind switch
    {
        CatalogItemKind.Model => "models",
        CatalogItemKind.Dataset => "datasets",
        _ => "sources",
    });

    /// <summary>Where an item lies once it is whole.</summary>
    public string TargetOf(CatalogItem item) => Path.Combine(Of(item.Kind), item.Target);

    internal string PartOf(CatalogItem item) => Path.Combine(Root, "fetching", $"{item.Id}.part");

    internal string StagingOf(CatalogItem item) => Path.Combine(Root, "fetching", $"{item.Id}.unpacking");

    // By target and not by id: two items may go to one folder.
    internal string LockOf(CatalogItem item) =>
        Path.Combine(Root, "fetching", $"{item.Kind.ToString().ToLowerInvariant()}-{item.Target.Replace('/', '-')}.lock");
}
