using Tiny.Bench.Core;

namespace Tiny.Bench.Datasets.Locating;

/// <summary>The search that data sets and models share.</summary>
internal sealed class OfficialFiles
{
    private readonly string _kind;
    private readonly string? _explicitRoot;
    private readonly IReadOnlyList<SearchPlace> _places;

    public OfficialFiles(string kind, string? explicitRoot, Func<string, string?>? environment)
    {
        _kind = kind;
        _explicitRoot = explicitRoot;
        _places = SearchPlace.All(kind, explicitRoot, environment ?? Environment.GetEnvironmentVariable);
    }

    /// <summary>Whether a place is the user's choice, and not only the cache.</summary>
    public bool IsNamed => _places.Any(place => place.IsNamed);

    /// <summary>The first place that holds the file.</summary>
    /// <param name="what">Name for the error: "model kws_ref_model.tflite".</param>
    /// <param name="relativePath">Path under the root.</param>
    /// <param name="howToGet">What to do when no place has it.</param>
    /// <exception cref="MissingFileException">No place has it, or the folder that the user asked for does not exist.</exception>
    public string Find(string what, string relativePath, string howToGet)
    {
        // A mistyped folder must not silently become another folder's figures.
        if (!string.IsNullOrEmpty(_explicitRoot) && !Directory.Exists(_explicitRoot))
            throw new MissingFileException($"folder --{_kind} {_explicitRoot}", [_places[0].Root], "Give the path of an existing folder.");

        foreach (SearchPlace place in _places)
        {
            string path = Path.Combine(place.Root, relativePath);
            if (File.Exists(path))
                return path;
        }

        throw new MissingFileException(what, [.. _places.Select(place => $"{Path.Combine(place.Root, relativePath)} ({place.Origin})")], howToGet);
    }
}
