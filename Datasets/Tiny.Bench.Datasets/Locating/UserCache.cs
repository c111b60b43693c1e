namespace Tiny.Bench.Datasets.Locating;

/// <summary>Where a user's machine keeps what can be fetched or computed again.</summary>
public static class UserCache
{
    /// <summary>The folder of one kind of content: XDG_CACHE_HOME or <c>~/.cache</c>, then <c>tinybench</c> and the kind. It may not be there yet.</summary>
    /// <param name="kind">A single name: <c>datasets</c>.</param>
    /// <param name="environment">Reads an environment variable; null for the process's own.</param>
    /// <remarks>Source: XDG Base Directory Specification; a relative XDG_CACHE_HOME is to be ignored.</remarks>
    public static string Folder(string kind, Func<string, string?>? environment = null)
    {
        environment ??= Environment.GetEnvironmentVariable;
        string? cache = environment("XDG_CACHE_HOME");
        if (!Path.IsPathRooted(cache))
            cache = Path.Combine(environment("HOME") ?? Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache");
        return Path.Combine(cache!, "tinybench", kind);
    }
}
