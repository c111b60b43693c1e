using System.CommandLine;
using Tiny.Bench.Datasets.Catalog;

namespace Tiny.Bench.Cli.Commands.Data;

/// <summary>What the commands about data share.</summary>
internal static class DataOptions
{
    public static Option<string?> Catalog() =>
        CommonOptions.Path("--catalog", "Another folder of catalogue files than the one that comes with the program.");

    public static Argument<string[]> Names() => new("NAME")
    {
        Description = "Tasks or items; tinybench data list prints them. Default: all.",
        DefaultValueFactory = _ => [],
    };

    /// <summary>The items that are called by the names, or every item without a name.</summary>
    /// <exception cref="RequestException">A name is neither an item nor a task.</exception>
    public static IReadOnlyList<CatalogItem> Select(DataCatalog catalog, string[] names)
    {
        if (names.Length == 0)
            return catalog.Items;
        foreach (string name in names)
            RequireKnown(catalog, name);
        return [.. catalog.Items.Where(item => names.Any(name => name == item.Id || item.Tasks.Contains(name, StringComparer.Ordinal)))];
    }

    /// <summary>Refuses what is neither an item nor a task.</summary>
    /// <exception cref="RequestException">It is not.</exception>
    public static void RequireKnown(DataCatalog catalog, string name)
    {
        if (catalog.Find(name) is not null || catalog.Items.Any(item => item.Tasks.Contains(name, StringComparer.Ordinal)))
            return;
        IEnumerable<string> tasks = catalog.Items.SelectMany(item => item.Tasks).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        throw new RequestException($"\"{name}\" is neither a task ({string.Join(", ", tasks)}) nor an item that tinybench data list prints");
    }
}
