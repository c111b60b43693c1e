namespace Tiny.Bench.Results.Rules.Trees;

/// <summary>One task of one system.</summary>
public sealed class TaskResults
{
    internal TaskResults(string system, string name, string variant, string path, IReadOnlyList<ModeResults> modes)
    {
        System = system;
        Name = name;
        Variant = variant;
        Path = path;
        Modes = modes;
        Task = TaskFolder.Find(name);
    }

    /// <summary>Path of the system's folder below <c>results</c>: one name, or several in nested submissions.</summary>
    public string System { get; }

    /// <summary>Name of the task's folder.</summary>
    public string Name { get; }

    /// <summary>Folders between the task and its modes: <c>kws_int8</c>; empty when there are none.</summary>
    public string Variant { get; }

    /// <summary>Path of the folder that holds the modes.</summary>
    public string Path { get; }

    /// <summary>The task; null when its folder has a name that no task has.</summary>
    public TaskFolder? Task { get; }

    /// <summary>The modes that are there.</summary>
    public IReadOnlyList<ModeResults> Modes { get; }

    /// <summary>The accuracy run.</summary>
    public ModeResults? Accuracy => Find("accuracy");

    /// <summary>The performance run.</summary>
    public ModeResults? Performance => Find("performance");

    /// <summary>The energy run.</summary>
    public ModeResults? Energy => Find("energy");

    private ModeResults? Find(string mode) => Modes.FirstOrDefault(candidate => string.Equals(candidate.Mode, mode, StringComparison.Ordinal));
}
