namespace Tiny.Bench.Results.Import;

/// <summary>The files of one record, read when they are asked for and at most once.</summary>
internal sealed class RunFiles(ICollection<ImportProblem> problems)
{
    private readonly Dictionary<(RunFileMode, RunFileRole), (SourceFile File, string Evidence)> _files = [];
    private readonly Dictionary<RunFileMode, RunReport?> _reports = [];
    private readonly Dictionary<RunFileMode, RunLog?> _logs = [];

    /// <summary>Adds a file. Of two for the same role the one with the plain name is read (<c>results.txt</c>), else the first; the other is listed.</summary>
    public void Add(RunPath run, SubmissionPath path, SourceFile file)
    {
        if (run.Role == RunFileRole.Other)
            return;
        if (run.Role == RunFileRole.UnknownText)
        {
            problems.Add(new ImportProblem(path.Evidence, 0, "has a name that the layout does not know; not read"));
            return;
        }

        (RunFileMode, RunFileRole) role = (run.Mode, run.Role);
        (SourceFile, string Evidence) added = (file, path.Evidence);
        if (_files.TryAdd(role, added))
            return;
        (SourceFile, string Evidence) other = _files[role];
        if (IsPlain(added) && !IsPlain(other))
            (_files[role], other, added) = (added, added, other);
        problems.Add(new ImportProblem(added.Evidence, 0, $"not read, because {other.Evidence} was"));
    }

    private static bool IsPlain((SourceFile, string Evidence) file) => !file.Evidence[(file.Evidence.LastIndexOf('/') + 1)..].Contains('_', StringComparison.Ordinal);

    /// <summary>Name of a file; null when there is none.</summary>
    public string? Evidence(RunFileMode mode, RunFileRole role) => _files.TryGetValue((mode, role), out var found) ? found.Evidence : null;

    /// <summary>The figures of a mode: of its results, or where there are none what the log repeats of them; null without both.</summary>
    public RunReport? Report(RunFileMode mode) => Once(_reports, mode, () =>
        (Read(mode, RunFileRole.Results) ?? Read(mode, RunFileRole.Log)) is { } text ? RunReport.Read(text, problems) : null);

    /// <summary>What the log of a mode repeats of the report; null when there is no log.</summary>
    public RunReport? LogReport(RunFileMode mode) => Read(mode, RunFileRole.Log) is { } text ? RunReport.Read(text, problems) : null;

    /// <summary>The log of a mode; null when there is none.</summary>
    public RunLog? Log(RunFileMode mode) => Once(_logs, mode, () => Read(mode, RunFileRole.Log) is { } text ? RunLog.Read(text, problems) : null);

    private SourceText? Read(RunFileMode mode, RunFileRole role) =>
        _files.TryGetValue((mode, role), out var found) ? found.File.Read(found.Evidence, problems) : null;

    private static T? Once<T>(Dictionary<RunFileMode, T?> known, RunFileMode mode, Func<T?> read)
        where T : class
    {
        if (!known.TryGetValue(mode, out T? value))
            known.Add(mode, value = read());
        return value;
    }
}
