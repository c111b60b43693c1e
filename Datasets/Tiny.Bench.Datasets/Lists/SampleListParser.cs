using System.Globalization;
using Tiny.Bench.Core;

namespace Tiny.Bench.Datasets.Lists;

/// <summary>From the bytes of a <c>y_labels.csv</c> to samples; every complaint names the line.</summary>
internal sealed class SampleListParser
{
    private readonly ISampleSource _source;
    private readonly ListLines _lines;

    private SampleListParser(ISampleSource source, ListLines lines)
    {
        _source = source;
        _lines = lines;
    }

    public static IReadOnlyList<TaskSample> Parse(ISampleSource source, string path, byte[] bytes)
    {
        using var lines = new ListLines(path, bytes);
        var parser = new SampleListParser(source, lines);
        var samples = new List<TaskSample>();
        while (lines.Next() is { } fields)
            samples.Add(parser.ReadSample(fields));
        return samples.Count > 0 ? samples : throw new DatasetException(path, "lists no sample; expected at least one line of file,classes,class");
    }

    private TaskSample ReadSample(string[] fields)
    {
        if (fields.Length is not (3 or 5))
            throw _lines.Error($"has {fields.Length} fields; expected file,classes,class or file,classes,class,window bytes,stride bytes");
        string file = fields[0];
        _lines.RequireNewFile(file);
        int classes = Number(fields[1], "number of classes", 1, int.MaxValue);
        return new TaskSample
        {
            File = file,
            Source = _source,
            ClassCount = classes,
            ClassIndex = Number(fields[2], "class", 0, classes - 1),
            Windows = fields.Length == 3
                ? null
                : new WindowCut(Number(fields[3], "window bytes", 1, int.MaxValue), Number(fields[4], "stride bytes", 1, int.MaxValue)),
        };
    }

    private int Number(string text, string what, int least, int most)
    {
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int value) || value < least || value > most)
            throw _lines.Error($"has {what} \"{text}\"; expected {(most == int.MaxValue ? $"a whole number of at least {least}" : $"{least} to {most}")}");
        return value;
    }
}
