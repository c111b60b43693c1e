using Tiny.Bench.Boards.Energy.Traces;
using Tiny.Bench.Core;

namespace Tiny.Bench.Boards.Energy.Checking;

/// <summary>Finds energy runs in a tree by the names of their files alone: folders are called energy, power, enegy, or are part of the file's name.</summary>
public static class EnergyRunFinder
{
    private const int DeepestFolder = 24;
    private const string EnergyFile = "-energy.bin";
    private const string TimestampsFile = "-timestamps.json";
    private const string ResultsJson = "results.json";
    private const string ResultsText = "results.txt";
    private const string LogText = "log.txt";

    /// <summary>Every run below a folder, or the one that a file belongs to; by path.</summary>
    /// <exception cref="MissingFileException">There is neither.</exception>
    public static IReadOnlyList<EnergyRun> Find(string path)
    {
        if (File.Exists(path))
        {
            string folder = Path.GetDirectoryName(path) is { Length: > 0 } parent ? parent : ".";
            EnergyRun[] beside = [.. OfFolder([.. Directory.EnumerateFiles(folder).Select(file => Path.Combine(folder, Path.GetFileName(file)))])];
            string full = Path.GetFullPath(path);
            return [.. beside.Where(run => run.Reports.Append(run.TraceFile).Append(run.TimestampsFile).Any(file => file is not null && Path.GetFullPath(file) == full))];
        }

        if (!Directory.Exists(path))
            throw new MissingFileException(path, [path], "Name a folder of results, or a trace.");
        var runs = new List<EnergyRun>();
        Walk(path, 0, runs);
        return runs;
    }

    private static void Walk(string folder, int depth, List<EnergyRun> runs)
    {
        FileSystemInfo[] entries = [.. new DirectoryInfo(folder).EnumerateFileSystemInfos().Where(entry => !entry.Name.StartsWith('.') && entry.LinkTarget is null)];
        Array.Sort(entries, (one, other) => string.CompareOrdinal(one.Name, other.Name));
        runs.AddRange(OfFolder([.. entries.OfType<FileInfo>().Select(file => Path.Combine(folder, file.Name))]));
        if (depth == DeepestFolder)
            return;
        foreach (DirectoryInfo inner in entries.OfType<DirectoryInfo>())
            Walk(Path.Combine(folder, inner.Name), depth + 1, runs);
    }

    private static IEnumerable<EnergyRun> OfFolder(string[] files)
    {
        var claimed = new HashSet<string>(StringComparer.Ordinal);
        foreach (string file in files)
        {
            if (OfTrace(file, files) is not { } run)
                continue;
            claimed.UnionWith(run.Reports);
            yield return run;
        }

        foreach (string file in files.Where(file => EndsWith(file, ResultsText) && !claimed.Contains(file)))
            yield return new EnergyRun { Reports = [file] };
        foreach (string file in files.Where(file => EndsWith(file, LogText) && !claimed.Contains(file) && IsOfEnergy(file)))
        {
            if (!Array.Exists(files, other => EndsWith(other, ResultsText) && PrefixOf(other, ResultsText) == PrefixOf(file, LogText)))
                yield return new EnergyRun { Reports = [file] };
        }
    }

    private static EnergyRun? OfTrace(string file, string[] files)
    {
        if (EndsWith(file, EnergyFile) && IsTrace(file))
        {
            string stem = file[..^EnergyFile.Length];
            string prefix = stem[..(stem.LastIndexOf("trace", StringComparison.OrdinalIgnoreCase) is >= 0 and var at ? at : stem.Length)];
            return new EnergyRun { TraceFile = file, TimestampsFile = Same(files, stem + TimestampsFile), Reports = ReportsOf(prefix, files) };
        }

        return EndsWith(file, ResultsJson) ? new EnergyRun { TraceFile = file, Reports = ReportsOf(PrefixOf(file, ResultsJson), files) } : null;
    }

    // Submissions also hold firmware called KWS01-Energy.bin.
    private static bool IsTrace(string file) =>
        Path.GetFileName(file).Contains("trace", StringComparison.OrdinalIgnoreCase) || EembcTrace.IsOne(file);

    // A flattened file has the folders in its name, and so have its reports; in a folder of its own a run has one report, whatever stands before its name.
    private static string[] ReportsOf(string prefix, string[] files)
    {
        string?[] exact = [Same(files, prefix + ResultsText), Same(files, prefix + LogText)];
        if (exact.Any(file => file is not null))
            return [.. exact.OfType<string>()];
        string[] any = [.. files.Where(file => EndsWith(file, ResultsText) || EndsWith(file, LogText))];
        return any.Length == 1 ? any : [];
    }

    /// <summary>Whether the folder or the name of a file says that it is of an energy run.</summary>
    internal static bool IsOfEnergy(string file)
    {
        string place = Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(file)) ?? "") + "/" + Path.GetFileName(file);
        return place.Contains("energy", StringComparison.OrdinalIgnoreCase) || place.Contains("power", StringComparison.OrdinalIgnoreCase);
    }

    private static string PrefixOf(string file, string name) => file[..^name.Length];

    private static string? Same(string[] files, string path) => Array.Find(files, file => string.Equals(file, path, StringComparison.OrdinalIgnoreCase));

    // "results.txt" and "energy_results.txt", not "myresults.txt".
    private static bool EndsWith(string file, string name)
    {
        string last = Path.GetFileName(file);
        if (!last.EndsWith(name, StringComparison.OrdinalIgnoreCase))
            return false;
        return last.Length == name.Length || !char.IsLetterOrDigit(name[0]) || !char.IsLetterOrDigit(last[^(name.Length + 1)]);
    }
}
