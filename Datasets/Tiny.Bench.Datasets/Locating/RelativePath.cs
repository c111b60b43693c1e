namespace Tiny.Bench.Datasets.Locating;

/// <summary>Names of files out of lists and archives.</summary>
internal static class RelativePath
{
    /// <summary>Whether a path stays inside the folder that it is relative to: no root, no drive, no empty part, no <c>.</c> or <c>..</c>, no control character.</summary>
    /// <remarks>Decided on the text alone and for every system's rules, so that a path means the same file everywhere.</remarks>
    public static bool IsInside(string path) =>
        path.Split('/', '\\').All(part => part is not ("" or "." or ".."))
        && !path.Contains(':', StringComparison.Ordinal)
        && !path.Any(char.IsControl);
}
