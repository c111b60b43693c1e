using System.Security.Cryptography;
using Tiny.Bench.Core;
using Tiny.Bench.Core.Tasks;
using Tiny.Bench.Datasets.FrontEnds;

namespace Tiny.Bench.Datasets.Lists;

/// <summary>The samples of a task as <c>y_labels.csv</c> lists them.</summary>
public sealed class SampleList
{
    /// <summary>Name of the list's file in every task's folder or zip.</summary>
    public const string FileName = "y_labels.csv";

    // The official lists have at most 1000 lines; this is far more, and still small.
    private const int LargestList = 16 << 20;

    private const string FolderHelp = "Every task's folder or zip has one beside its sample files.";

    private SampleList(string path, string sha256, IReadOnlyList<TaskSample> samples)
    {
        Path = path;
        Sha256 = sha256;
        Samples = samples;
    }

    /// <summary>Full path of the list.</summary>
    public string Path { get; }

    /// <summary>SHA-256 of the list's bytes, 64 lower-case hexadecimal digits.</summary>
    public string Sha256 { get; }

    /// <summary>All samples in the list's order, at least one.</summary>
    public IReadOnlyList<TaskSample> Samples { get; }

    /// <summary>Reads and checks the list of a task; the sample files themselves are not read.</summary>
    /// <param name="path">The task's folder, or a zip of its content.</param>
    /// <exception cref="MissingFileException">There is no list.</exception>
    /// <exception cref="DatasetException">List or zip is malformed; the error names line or entry.</exception>
    /// <remarks>
    /// A line is <c>file,classes,class</c>, or <c>file,classes,class,window bytes,stride bytes</c>. There is no header. Blanks around a field,
    /// blank lines and a byte order mark are allowed. Source: spec/mlperf-tiny.md section 4.
    /// </remarks>
    public static SampleList Read(string path)
    {
        ISampleSource source = Open(path);
        return Read(source, FileName, FolderHelp, (list, bytes) => SampleListParser.Parse(source, list, bytes));
    }

    /// <summary>The same for a task, which may have its own <see cref="BenchmarkTask.Manifest"/> and <see cref="BenchmarkTask.FrontEnd"/>.</summary>
    /// <param name="path">The task's folder, or a zip of its content.</param>
    /// <param name="task">Tells what the list is and what hears its wav files.</param>
    /// <exception cref="MissingFileException">There is no list.</exception>
    /// <exception cref="DatasetException">List or zip is malformed; the error names line or entry.</exception>
    public static SampleList Read(string path, BenchmarkTask task)
    {
        SampleList read = task.Manifest is { } manifest ? ReadManifest(Open(path), manifest, task.Labels) : Read(path);
        return task.FrontEnd is { } frontEnd
            ? new SampleList(read.Path, read.Sha256, [.. read.Samples.Select(sample => sample with { FrontEnd = frontEnd.Get() })])
            : read;
    }

    /// <summary>Reads and checks a list that may have another name; its samples are those of its folder.</summary>
    /// <param name="path">The list itself.</param>
    /// <exception cref="MissingFileException">There is no list.</exception>
    /// <exception cref="DatasetException">The list is malformed; the error names the line.</exception>
    public static SampleList ReadFile(string path)
    {
        string full = System.IO.Path.GetFullPath(path);
        var source = new FolderSource(System.IO.Path.GetDirectoryName(full)!);
        return Read(source, System.IO.Path.GetFileName(full), "Give the path of a list.", (list, bytes) => SampleListParser.Parse(source, list, bytes));
    }

    private static SampleList ReadManifest(ISampleSource source, string name, IReadOnlyList<string> labels) =>
        Read(source, name, FolderHelp, (list, bytes) => ManifestParser.Parse(source, list, bytes, labels));

    private static ISampleSource Open(string path) => File.Exists(path) ? ZipSource.Open(path) : new FolderSource(path);

    private static SampleList Read(ISampleSource source, string name, string howToGet, Func<string, byte[], IReadOnlyList<TaskSample>> parse)
    {
        string list = source.PathOf(name);
        if (source.LengthOf(name) is null)
            throw new MissingFileException($"sample list {name}", [list], howToGet);

        byte[] bytes = source.Read(name, LargestList);
        return new SampleList(list, Convert.ToHexStringLower(SHA256.HashData(bytes)), parse(list, bytes));
    }

    /// <summary>Which of the task's lists this is.</summary>
    public ListIdentity Identify(BenchmarkTask task) => ListIdentity.Of(Sha256, task.Lists);
}
