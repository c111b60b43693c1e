namespace Tiny.Bench.Results.Import;

/// <summary>The descriptions of one submitter, and which of them describes a system.</summary>
internal sealed class SystemCatalog
{
    private const string Extension = ".json";
    private const string Decoration = "systemdescription";

    private readonly Dictionary<string, SourceFile> _files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SystemDescription?> _read = new(StringComparer.Ordinal);
    private readonly List<(string Evidence, IReadOnlyList<string> Parts)> _names = [];

    /// <summary>Adds a file below <c>systems</c> when it is JSON.</summary>
    public void Add(SubmissionPath path, SourceFile file)
    {
        if (!path.Parts[^1].EndsWith(Extension, StringComparison.OrdinalIgnoreCase) || !_files.TryAdd(path.Evidence, file))
            return;
        _names.Add((path.Evidence, [.. path.Parts.SkipLast(1), path.Parts[^1][..^Extension.Length]]));
    }

    /// <summary>Finds and reads a system's description; null when none fits, which is listed.</summary>
    /// <param name="system">The system's folders, joined with <c>/</c>.</param>
    /// <param name="where">The system's name for problems.</param>
    /// <param name="notes">Where a match by part of the name is noted.</param>
    /// <param name="problems">Where what is missing or wrong is listed.</param>
    public SystemDescription? Find(string system, string where, ICollection<string> notes, ICollection<ImportProblem> problems)
    {
        if (FindName(system, notes) is not { } evidence)
        {
            problems.Add(new ImportProblem(where, 0, "has no description below systems; board, processor and clock are unknown"));
            return null;
        }

        if (!_read.TryGetValue(evidence, out SystemDescription? description))
        {
            if (_files[evidence].Read(evidence, problems) is { } text)
                description = SystemDescription.Read(text, problems);
            _read.Add(evidence, description);
        }

        return description;
    }

    // From the sure to the likely. Each step must give one file, else the next is asked.
    private string? FindName(string system, ICollection<string> notes)
    {
        string wanted = Letters(system);
        if (Only(name => string.Join('/', name.Parts) == system) is { } exact)
            return exact;
        if (Only(name => name.Parts.Count > 1 && name.Parts[0] == system) is { } inFolder)
            return inFolder;
        if (Only(name => Undecorated(name.Parts[^1]) == wanted) is { } decorated)
            return decorated;
        if (Only(name => IsMadeOf(Undecorated(name.Parts[^1]), system.Split('/'))) is { } reordered)
            return reordered;
        if (Only(name => IsDecoratedBeginning(name.Parts[^1], wanted)) is not { } beginning)
            return null;
        notes.Add("the system's description was found by the beginning of the system's name");
        return beginning;
    }

    private string? Only(Func<(string Evidence, IReadOnlyList<string> Parts), bool> fits)
    {
        (string Evidence, IReadOnlyList<string> Parts)[] found = [.. _names.Where(fits)];
        return found.Length == 1 ? found[0].Evidence : null;
    }

    // "system_description_NRF5340DK_microtvm_cmsis_nn" is made of "microtvm_cmsis_nn" and "NRF5340-DK".
    private static bool IsMadeOf(string name, string[] folders)
    {
        foreach (string folder in folders.OrderByDescending(folder => folder.Length))
        {
            int at = name.IndexOf(Letters(folder), StringComparison.Ordinal);
            if (at < 0)
                return false;
            name = name.Remove(at, Letters(folder).Length);
        }

        return name.Length == 0;
    }

    // "system_description_pynq" is meant for "pynq-z2"; without the decoration it would be another system's.
    private static bool IsDecoratedBeginning(string name, string wanted) =>
        Undecorated(name) is { Length: > 0 } shorter && shorter.Length < Letters(name).Length && wanted.StartsWith(shorter, StringComparison.Ordinal);

    private static string Undecorated(string name) => Letters(name).Replace(Decoration, "", StringComparison.Ordinal);

    private static string Letters(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
