using Tiny.Bench.Results.Rules.Submissions;
using Tiny.Bench.Results.Rules.Texts;

namespace Tiny.Bench.Results.Rules.Trees;

/// <summary>The files of one mode of one task: accuracy, performance or energy.</summary>
public sealed class ModeResults
{
    private readonly Lazy<RunText?> _log;
    private readonly Lazy<RunText?> _results;
    private readonly Lazy<AnswerSheet> _answers;

    internal ModeResults(string mode, string path, IReadOnlyList<TreeEntry> files)
    {
        Mode = mode;
        Path = path;
        Files = files;
        LogFile = Find("log.txt");
        ResultsFile = Find("results.txt");
        JsonFile = Find("results.json");
        _log = new Lazy<RunText?>(() => LogFile?.ReadText(out _) is { } text ? RunText.Parse(text) : null);
        _results = new Lazy<RunText?>(() => ResultsFile?.ReadText(out _) is { } text ? RunText.Parse(text) : null);
        _answers = new Lazy<AnswerSheet>(ReadAnswers);
    }

    /// <summary><c>accuracy</c>, <c>performance</c> or <c>energy</c>; a folder <c>power</c> is energy.</summary>
    public string Mode { get; }

    /// <summary>Path of the folder.</summary>
    public string Path { get; }

    /// <summary>The files in it, without folders below.</summary>
    public IReadOnlyList<TreeEntry> Files { get; }

    /// <summary><c>log.txt</c>, also under a name such as <c>performance_log.txt</c>.</summary>
    public TreeEntry? LogFile { get; }

    /// <summary><c>results.txt</c>, also under a longer name.</summary>
    public TreeEntry? ResultsFile { get; }

    /// <summary><c>results.json</c>.</summary>
    public TreeEntry? JsonFile { get; }

    /// <summary>What the log says; null when there is none or it cannot be read.</summary>
    public RunText? Log => _log.Value;

    /// <summary>What results.txt says; null when there is none or it cannot be read.</summary>
    public RunText? Results => _results.Value;

    /// <summary>What the device answered, by the log; by results.json where the log has no answers.</summary>
    public AnswerSheet Answers => _answers.Value;

    /// <summary>A file of that name; null when there is none.</summary>
    public TreeEntry? FindExact(string name) => Files.FirstOrDefault(file => string.Equals(file.Name, name, StringComparison.Ordinal));

    private AnswerSheet ReadAnswers()
    {
        if (Log is { Answers.Count: > 0 } log)
            return AnswerSheet.Of(log.Answers);
        return AnswerSheet.Of(JsonFile is null ? [] : [.. RunnerJson.Answers(JsonFile).Select(pair => pair.Answer)]);
    }

    // macOS leaves "._log.txt" beside a file: those are no results.
    private TreeEntry? Find(string name) =>
        FindExact(name) ?? Files.FirstOrDefault(file => file.Name.EndsWith($"_{name}", StringComparison.Ordinal) && !file.Name.StartsWith('.'));
}
