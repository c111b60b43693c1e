namespace Tiny.Bench.Datasets.Locating;

/// <summary>A folder that may hold official files.</summary>
/// <param name="Origin">Who names it, for messages.</param>
/// <param name="Root">Full path.</param>
/// <param name="IsNamed">Whether the user named it, by option or variable.</param>
internal sealed record SearchPlace(string Origin, string Root, bool IsNamed)
{
    /// <summary>The folders to look in for one kind of file, in the order of the search.</summary>
    /// <param name="kind"><c>datasets</c> or <c>models</c>: names the option, the variable and the folder in the cache.</param>
    /// <param name="explicitRoot">What the user asked for: the only place then; null for nothing.</param>
    /// <param name="environment">Reads an environment variable.</param>
    public static IReadOnlyList<SearchPlace> All(string kind, string? explicitRoot, Func<string, string?> environment)
    {
        if (!string.IsNullOrEmpty(explicitRoot))
            return [new SearchPlace($"--{kind}", Path.GetFullPath(explicitRoot), IsNamed: true)];

        var places = new List<SearchPlace>();
        string variable = $"TINYBENCH_{kind.ToUpperInvariant()}";
        if (environment(variable) is { Length: > 0 } named)
            places.Add(new SearchPlace(variable, Path.GetFullPath(named), IsNamed: true));

        places.Add(new SearchPlace("user cache", UserCache.Folder(kind, environment), IsNamed: false));
        return places;
    }
}
