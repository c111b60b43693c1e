using Tiny.Bench.Core;

namespace Tiny.Bench.Datasets.Conversion;

/// <summary>The files under a source folder.</summary>
internal static class RawFiles
{
    private static readonly EnumerationOptions Deep = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = false };

    /// <summary>All files, relative to the folder with <c>/</c> between parts, in ordinal order; what has a part that begins with a dot is left out.</summary>
    /// <exception cref="MissingFileException">There is no such folder.</exception>
    public static List<string> Under(string folder)
    {
        if (!Directory.Exists(folder))
            throw new MissingFileException("raw data set", [Path.GetFullPath(folder)], "Give the folder that its archive was unpacked to.");
        return
        [
            .. Directory.EnumerateFiles(folder, "*", Deep)
                .Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/'))
                .Where(file => !file.Split('/').Any(part => part.StartsWith('.')))
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>Whether a file's name ends in one of the extensions, in capitals or not.</summary>
    public static bool HasExtension(string file, params string[] extensions) =>
        extensions.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase);

    /// <summary>Name of the innermost folder that holds a file; empty at the top.</summary>
    public static string FolderOf(string file) => file.Split('/') is [.., var folder, _] ? folder : "";
}
