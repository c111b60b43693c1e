using System.Security.Cryptography;
using Tiny.Bench.Core;
using Tiny.Bench.Core.Tasks;

namespace Tiny.Bench.Datasets.Lists;

/// <summary>The samples of a task as <c>y_labels.csv</c> lists them.</summary>
public sealed class SampleList
{
    /// <summary>Name of the list's file in every task's folder or zip.</summary>
    public const string FileName = "y_labels.csv";

    // The official lists have at most 1000 lines; this is far more, and still small.
    private const int LargestList = 16 << 20;

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
        ISampleSource source = File.Exists(path) ? ZipSource.Open(path) : new FolderSource(path);
        string list = source.PathOf(FileName);
        if (source.LengthOf(FileName) is null)
            throw new MissingFileException($"sample list {FileName}", [list], "Every task's folder or zip has one beside its sample files.");

        byte[] bytes = source.Read(FileName, LargestList);
        return new SampleList(list, Convert.ToHexStringLower(SHA256.HashData(bytes)), SampleListParser.Parse(source, bytes));
    }

    /// <summary>Which of the task's lists this is.</summary>
    public ListIdentity Identify(BenchmarkTask task) => ListIdentity.Of(Sha256, task.Lists);
}
