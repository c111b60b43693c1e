using System.Security.Cryptography;
using Tiny.Bench.Datasets.Catalog;
using Tiny.Bench.Datasets.Fetching;
using Tiny.Bench.Datasets.Lists;
using Tiny.Bench.Datasets.Locating;

namespace Tiny.Bench.Datasets.Checking;

/// <summary>What of the catalogue is at hand: in the folders asked for, or else in those that the environment names and in the user's cache.</summary>
public sealed class DataInventory
{
    private readonly IReadOnlyList<SearchPlace> _models;
    private readonly IReadOnlyList<SearchPlace> _datasets;
    private readonly SearchPlace _sources;

    /// <summary>Creates the search.</summary>
    /// <param name="models">The folder of <c>--models</c>; null when it was not given.</param>
    /// <param name="datasets">The folder of <c>--datasets</c>; null when it was not given.</param>
    /// <param name="environment">Reads an environment variable; null for the process's own.</param>
    public DataInventory(string? models, string? datasets, Func<string, string?>? environment = null)
    {
        environment ??= Environment.GetEnvironmentVariable;
        _models = SearchPlace.All("models", models, environment);
        _datasets = SearchPlace.All("datasets", datasets, environment);
        _sources = new SearchPlace("user cache", CacheFolders.OfUser(environment).Of(CatalogItemKind.Source), IsNamed: false);
    }

    /// <summary>Every place that holds an item, in the order of the search. Nothing but a list is read.</summary>
    public IEnumerable<FoundItem> Find(CatalogItem item)
    {
        IReadOnlyList<SearchPlace> places = item.Kind switch
        {
            CatalogItemKind.Model => _models,
            CatalogItemKind.Dataset => _datasets,
            _ => [_sources],
        };
        foreach (SearchPlace place in places)
        {
            string path = Path.Combine(place.Root, item.Target);
            string list = Path.Combine(path, SampleList.FileName);
            bool isThere = item switch
            {
                { List: not null } => File.Exists(list),
                { IsFolder: true } => Directory.Exists(path),
                _ => File.Exists(path),
            };
            if (isThere)
                yield return new FoundItem(item, path, place.Origin, item.List is null || Hash(list) == item.List.Sha256);
        }
    }

    private static string Hash(string file)
    {
        using FileStream stream = File.OpenRead(file);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
