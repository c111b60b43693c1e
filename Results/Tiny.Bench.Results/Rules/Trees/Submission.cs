namespace Tiny.Bench.Results.Rules.Trees;

/// <summary>What one submitter handed in to one division of one round.</summary>
public sealed class Submission
{
    internal Submission(string path, string division, string submitter, IReadOnlyList<TreeEntry> entries, IReadOnlyList<TreeEntry> systems, IReadOnlyList<TaskResults> tasks)
    {
        Path = path;
        Division = division;
        Submitter = submitter;
        Entries = entries;
        Systems = systems;
        Tasks = tasks;
    }

    /// <summary>Path of the submitter's folder.</summary>
    public string Path { get; }

    /// <summary>Name of the folder around it, <c>closed</c> or <c>open</c>; empty when nothing says it.</summary>
    public string Division { get; }

    /// <summary>Name of the submitter's folder.</summary>
    public string Submitter { get; }

    /// <summary>Everything below it.</summary>
    public IReadOnlyList<TreeEntry> Entries { get; }

    /// <summary>System descriptions: the <c>.json</c> files below <c>systems</c>.</summary>
    public IReadOnlyList<TreeEntry> Systems { get; }

    /// <summary>Every task of every system, by path.</summary>
    public IReadOnlyList<TaskResults> Tasks { get; }

    /// <summary>Whether quality targets are asked.</summary>
    public bool IsClosed => string.Equals(Division, "closed", StringComparison.OrdinalIgnoreCase);
}
