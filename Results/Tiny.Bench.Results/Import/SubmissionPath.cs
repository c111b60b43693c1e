namespace Tiny.Bench.Results.Import;

/// <summary>A path of a submission, cut into its parts: below a division, or flattened into one file name.</summary>
/// <param name="Submission">Round, division and submitter.</param>
/// <param name="Area"><c>results</c> or <c>systems</c>.</param>
/// <param name="Parts">What follows the area; the last one is the file.</param>
/// <param name="Evidence">The path from the division on; of a flattened file its name.</param>
internal sealed record SubmissionPath(SubmissionKey Submission, string Area, IReadOnlyList<string> Parts, string Evidence)
{
    public const string Results = "results";
    public const string Systems = "systems";

    private const string FlatSeparator = "__";
    private const string FlatOpen = "open_";

    /// <summary>The evidence without its file; of a flattened file its name.</summary>
    public string Folder => Evidence.LastIndexOf('/') is > 0 and int end ? Evidence[..end] : Evidence;

    /// <summary>Reads <c>.../v1.2/closed/submitter/results/...</c> or <c>v1.2__submitter__system__task__mode__log.txt</c>.</summary>
    /// <param name="fullPath">Absolute path with <c>/</c>.</param>
    /// <param name="round">The round where the path names none; null when it must.</param>
    /// <param name="path">Its parts.</param>
    public static bool TryParse(string fullPath, string? round, out SubmissionPath path)
    {
        string[] parts = fullPath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        path = null!;
        if (parts.Length == 0)
            return false;
        return TryParseFlat(parts[^1], out path) || TryParseTree(parts, round, out path);
    }

    /// <summary>Whether a path lies in a division's <c>results</c> or <c>systems</c>, of whatever round.</summary>
    public static bool LiesInDivision(string fullPath) => FindDivision(fullPath.Split('/', StringSplitOptions.RemoveEmptyEntries)) >= 0;

    private static bool TryParseFlat(string name, out SubmissionPath path)
    {
        path = null!;
        string[] parts = name.Split(FlatSeparator);
        if (parts.Length < 4 || !RoundName.TryParse(parts[0], out string round) || round != parts[0] || parts.Contains(""))
            return false;

        // The names say "open_" before the submitter, and nothing for the closed division: that is no statement.
        bool open = parts[1].StartsWith(FlatOpen, StringComparison.Ordinal) && parts[1].Length > FlatOpen.Length;
        var submission = new SubmissionKey(round, open ? "open" : "", open ? parts[1][FlatOpen.Length..] : parts[1]);
        bool systems = parts[2] == Systems;
        path = new SubmissionPath(submission, systems ? Systems : Results, parts[(systems ? 3 : 2)..], name);
        return true;
    }

    private static bool TryParseTree(string[] parts, string? round, out SubmissionPath path)
    {
        path = null!;
        int division = FindDivision(parts);
        if (division < 0)
            return false;
        for (int index = division - 1; index >= 0; index--)
        {
            if (RoundName.TryParse(parts[index], out string named))
            {
                round = named;
                break;
            }
        }

        if (round is null)
            return false;
        var submission = new SubmissionKey(round, parts[division].ToLowerInvariant(), parts[division + 1]);
        path = new SubmissionPath(submission, parts[division + 2].ToLowerInvariant(), parts[(division + 3)..], string.Join('/', parts[division..]));
        return true;
    }

    private static int FindDivision(string[] parts)
    {
        for (int index = parts.Length - 4; index >= 0; index--)
        {
            if (parts[index].ToLowerInvariant() is "closed" or "open" && parts[index + 2].ToLowerInvariant() is Results or Systems)
                return index;
        }

        return -1;
    }
}
