namespace Tiny.Bench.Testing;

/// <summary>Where the official files are: other people's, read in place and never copied into this tree.</summary>
/// <remarks>
/// TINYBENCH_MODELS and TINYBENCH_DATASETS name folders in the official layout; TINYBENCH_GOLDEN, TINYBENCH_VECTORS and
/// TINYBENCH_PUBLISHED default to the folders <c>golden</c>, <c>vectors</c> and <c>published</c> beside the models. What is missing is a <see cref="Requirement"/>.
/// </remarks>
internal static class Official
{
    /// <summary>A model by file name.</summary>
    public static string Model(string file) => Find("models", file);

    /// <summary>A file or folder of the data sets, by path under their root.</summary>
    public static string Dataset(string path) => Find("datasets", path);

    /// <summary>A golden file, or with an empty name their folder.</summary>
    public static string Golden(string file = "") => Find("golden", file);

    /// <summary>A vector file, or with an empty name their folder.</summary>
    public static string Vectors(string file = "") => Find("vectors", file);

    /// <summary>Whether the folder of the vectors is there: for the list of a theory's cases, where nothing can be skipped yet.</summary>
    public static bool HasVectors => Directory.Exists(Root("vectors"));

    /// <summary>A published log or round, by path under their root.</summary>
    public static string Published(string path = "") => Find("published", path);

    private static string Find(string kind, string path)
    {
        string? root = Root(kind);
        string full = root is null ? "" : Path.GetFullPath(Path.Combine(root, path));
        if (File.Exists(full) || Directory.Exists(full))
            return full;

        string reason = root is null
            ? $"The official {kind} are not at hand: set TINYBENCH_{kind.ToUpperInvariant()} to their folder."
            : $"The official {kind} have no {path}: looked for {full}.";
        Requirement.Missing(kind, reason);
        return full;
    }

    private static string? Root(string kind)
    {
        string? named = Environment.GetEnvironmentVariable("TINYBENCH_" + kind.ToUpperInvariant());
        if (!string.IsNullOrEmpty(named))
            return named;
        string? models = Environment.GetEnvironmentVariable("TINYBENCH_MODELS");
        return string.IsNullOrEmpty(models) ? null : Path.Combine(models, "..", kind);
    }
}
