namespace Tiny.Bench.Datasets.Lists;

/// <summary>The names that a list or an archive may give a file.</summary>
internal static class SampleName
{
    /// <summary>Whether a name stays inside its folder: no root, drive, <c>..</c> or control character.</summary>
    /// <remarks>Decided on the text alone and for every system's rules, so that a list means the same files everywhere.</remarks>
    public static bool IsInside(string name) =>
        name.Split('/', '\\').All(part => part is not ("" or "." or ".."))
        && !name.Contains(':', StringComparison.Ordinal)
        && !name.Any(char.IsControl);
}
