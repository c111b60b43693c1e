namespace Tiny.Bench.Results.Import;

/// <summary>What the path of a run's file says: <c>system[/system]/task[/variant]/mode/file</c>.</summary>
/// <param name="Key">The record it belongs to.</param>
/// <param name="Mode">The mode's folder.</param>
/// <param name="Role">What the file is.</param>
internal readonly record struct RunPath(RunKey Key, RunFileMode Mode, RunFileRole Role)
{
    private static readonly string[] ModePrefixes = ["", "performance_", "accuracy_", "energy_", "power_"];

    /// <summary>Reads the parts below <c>results</c>; false for a file that lies in no mode's folder.</summary>
    public static bool TryParse(SubmissionPath path, out RunPath run)
    {
        run = default;
        IReadOnlyList<string> parts = path.Parts;
        if (path.Area != SubmissionPath.Results || parts.Count < 4 || !TryParseMode(parts[^2], out RunFileMode mode))
            return false;

        // The first folder is always the system's, even when it is called like a task.
        for (int index = 1; index < parts.Count - 2; index++)
        {
            if (!TaskFolder.TryParse(parts[index], out string task))
                continue;
            string variant = string.Join('/', parts.Skip(index + 1).Take(parts.Count - index - 3));
            var key = new RunKey(path.Submission, string.Join('/', parts.Take(index)), task, variant);
            run = new RunPath(key, mode, RoleOf(parts[^1]));
            return true;
        }

        return false;
    }

    /// <summary>Whether a file could hold figures, wherever it lies.</summary>
    public static bool IsText(string file) => RoleOf(file) != RunFileRole.Other;

    private static bool TryParseMode(string folder, out RunFileMode mode)
    {
        (mode, bool known) = folder.ToLowerInvariant() switch
        {
            "performance" => (RunFileMode.Performance, true),
            "accuracy" => (RunFileMode.Accuracy, true),
            "energy" or "power" => (RunFileMode.Energy, true),
            _ => (default, false),
        };
        return known;
    }

    private static RunFileRole RoleOf(string file)
    {
        string name = file.ToLowerInvariant();
        foreach (string prefix in ModePrefixes)
        {
            if (name == prefix + "results.txt")
                return RunFileRole.Results;
            if (name == prefix + "log.txt")
                return RunFileRole.Log;
        }

        return name.EndsWith(".txt", StringComparison.Ordinal) ? RunFileRole.UnknownText : RunFileRole.Other;
    }
}
