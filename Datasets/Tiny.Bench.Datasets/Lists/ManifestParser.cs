using Tiny.Bench.Core;

namespace Tiny.Bench.Datasets.Lists;

/// <summary>From the bytes of a manifest, which names classes and not their numbers, to samples; every complaint names the line.</summary>
/// <remarks>The first line names the columns; <c>file</c> and <c>label</c> are among them, others are passed over.</remarks>
internal static class ManifestParser
{
    private const string FileColumn = "file";
    private const string LabelColumn = "label";

    /// <summary>Parses a manifest.</summary>
    /// <param name="source">Where the files lie.</param>
    /// <param name="path">What errors call the manifest.</param>
    /// <param name="bytes">Its content.</param>
    /// <param name="labels">Name of each class, by index.</param>
    /// <exception cref="DatasetException">A line is malformed, or has a label that is not among the names.</exception>
    public static IReadOnlyList<TaskSample> Parse(ISampleSource source, string path, byte[] bytes, IReadOnlyList<string> labels)
    {
        using var lines = new ListLines(path, bytes);
        string[] columns = lines.Next() ?? [];
        int file = Array.IndexOf(columns, FileColumn);
        int label = Array.IndexOf(columns, LabelColumn);
        if (file < 0 || label < 0)
            throw lines.Error($"has the columns \"{string.Join(',', columns)}\"; expected {FileColumn} and {LabelColumn} among them");

        var samples = new List<TaskSample>();
        while (lines.Next() is { } fields)
        {
            if (fields.Length != columns.Length)
                throw lines.Error($"has {fields.Length} fields; the first line names {columns.Length}");
            lines.RequireNewFile(fields[file]);
            int index = Enumerable.Range(0, labels.Count).FirstOrDefault(candidate => labels[candidate] == fields[label], -1);
            if (index < 0)
                throw lines.Error($"has the label \"{fields[label]}\"; the task has {string.Join(", ", labels)}");
            samples.Add(new TaskSample { File = fields[file], Source = source, ClassCount = labels.Count, ClassIndex = index });
        }

        return samples.Count > 0 ? samples : throw new DatasetException(path, "lists no sample; expected at least one line after the first");
    }
}
