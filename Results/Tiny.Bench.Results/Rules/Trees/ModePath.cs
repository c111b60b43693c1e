namespace Tiny.Bench.Results.Rules.Trees;

/// <summary>A folder of a mode, taken apart: <c>v1.2/closed/Renesas/results/EK-RA8D1/ad/performance</c>.</summary>
/// <param name="Submission">Path of the submitter's folder.</param>
/// <param name="Division">Division; empty when nothing says it.</param>
/// <param name="Submitter">Submitter.</param>
/// <param name="System">System, with <c>/</c> when nested.</param>
/// <param name="Task">Name of the task's folder.</param>
/// <param name="Variant">Folders between task and mode.</param>
/// <param name="Mode">The mode; <c>power</c> is energy.</param>
internal sealed record ModePath(string Submission, string Division, string Submitter, string System, string Task, string Variant, string Mode)
{
    /// <summary>The folder under a submitter that holds the results.</summary>
    public const string Results = "results";

    /// <summary>Takes a path apart; null when its last folder is no mode or nothing stands above it.</summary>
    public static ModePath? Of(string path)
    {
        string[] parts = path.Split('/');
        int last = parts.Length - 1;
        if (ModeOf(parts[last]) is not { } mode)
            return null;
        int results = Array.IndexOf(parts, Results, 0, last);
        return results >= 0 ? Standing(parts, results, mode) : Unfolded(parts, mode);
    }

    /// <summary>The mode that a folder's name means; null for another folder.</summary>
    public static string? ModeOf(string folder) => folder switch
    {
        "accuracy" or "performance" or "energy" => folder,
        "power" => "energy",
        _ => null,
    };

    private static ModePath? Standing(string[] parts, int results, string mode)
    {
        int task = TaskIndex(parts, results + 1);
        if (task <= results || results == 0)
            return null;
        return new ModePath(
            string.Join('/', parts[..results]),
            results >= 2 ? parts[results - 2] : "",
            parts[results - 1],
            string.Join('/', parts[(results + 1)..task]),
            parts[task],
            string.Join('/', parts[(task + 1)..^1]),
            mode);
    }

    // A flattened name leaves out "results", and mostly the division: v1.3/kai_jiang/K1_BOARD_V1.0/ad/performance, v0.7/open_hls4ml-finn/...
    private static ModePath? Unfolded(string[] parts, string mode)
    {
        int submitter = parts[0].Length > 1 && parts[0][0] == 'v' && char.IsAsciiDigit(parts[0][1]) ? 1 : 0;
        int task = TaskIndex(parts, submitter + 1);
        if (task <= submitter)
            return null;
        string name = parts[submitter];
        bool open = name.StartsWith("open_", StringComparison.Ordinal);
        return new ModePath(
            string.Join('/', parts[..(submitter + 1)]),
            open ? "open" : "closed",
            open ? name["open_".Length..] : name,
            string.Join('/', parts[(submitter + 1)..task]),
            parts[task],
            string.Join('/', parts[(task + 1)..^1]),
            mode);
    }

    // The folder nearest to the mode that names a task; where none does, the folder above the mode is what was meant.
    private static int TaskIndex(string[] parts, int first)
    {
        for (int index = parts.Length - 2; index > first; index--)
        {
            if (TaskFolder.Find(parts[index]) is not null)
                return index;
        }

        return parts.Length - 2;
    }
}
