using Tiny.Bench.Core;

namespace Tiny.Bench.Datasets.Catalog;

/// <summary>The official models, data sets and sources that are known.</summary>
public sealed class DataCatalog
{
    private DataCatalog(IReadOnlyList<CatalogItem> items) => Items = items;

    /// <summary>The catalogue that comes with the program: beside the executable.</summary>
    public static string DefaultFolder => Path.Combine(AppContext.BaseDirectory, "Datasets", "Catalog");

    /// <summary>Every item: by file name, and in the order of each file.</summary>
    public IReadOnlyList<CatalogItem> Items { get; }

    /// <summary>Reads every <c>*.json</c> of a folder.</summary>
    /// <param name="folder">The folder; null stands for <see cref="DefaultFolder"/>.</param>
    /// <exception cref="MissingFileException">The folder is not there, or holds no catalogue file.</exception>
    /// <exception cref="DatasetException">A file has faults, or two items share an id.</exception>
    public static DataCatalog Load(string? folder = null)
    {
        folder ??= DefaultFolder;
        string[] files = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.json") : [];
        if (files.Length == 0)
            throw new MissingFileException("data catalogue", [Path.GetFullPath(folder)], "It is a folder with a JSON file for each task.");
        Array.Sort(files, StringComparer.Ordinal);

        var items = new List<CatalogItem>();
        foreach (string file in files)
        {
            foreach (CatalogItem item in CatalogFileReader.Read(file, File.ReadAllBytes(file)).Items)
            {
                if (items.Any(other => other.Id.Equals(item.Id, StringComparison.OrdinalIgnoreCase)))
                    throw new DatasetException(file, $"has an item {item.Id}, as another file or item has; expected an id of its own");
                items.Add(item);
            }
        }

        return new DataCatalog(items);
    }

    /// <summary>The item of that id.</summary>
    public CatalogItem? Find(string id) => Items.FirstOrDefault(item => item.Id == id);

    /// <summary>What a task needs to run: its models and inputs, or where its inputs cannot be fetched, what they are made from.</summary>
    /// <returns>Only what has an address; empty for an unknown task.</returns>
    public IReadOnlyList<CatalogItem> NeededBy(string task)
    {
        CatalogItem[] items = [.. Items.Where(item => item.Url is not null && item.Tasks.Contains(task, StringComparer.Ordinal))];
        bool hasInputs = items.Any(item => item.Kind == CatalogItemKind.Dataset);
        return [.. items.Where(item => item.Kind != CatalogItemKind.Source || !hasInputs)];
    }
}
