using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Tiny.Bench.Core;

namespace Tiny.Bench.Datasets.Lists;

/// <summary>From the bytes of a <c>y_labels.csv</c> to samples; every complaint names the line.</summary>
internal sealed class SampleListParser
{
    private static readonly CsvConfiguration Format = new(CultureInfo.InvariantCulture)
    {
        HasHeaderRecord = false,
        TrimOptions = TrimOptions.Trim,
        WhiteSpaceChars = [' ', '\t'],
        IgnoreBlankLines = true,
    };

    private readonly ISampleSource _source;
    private readonly string _path;
    private readonly Dictionary<string, int> _lineOfFile = new(StringComparer.Ordinal);
    private int _line;

    private SampleListParser(ISampleSource source)
    {
        _source = source;
        _path = source.PathOf(SampleList.FileName);
    }

    public static IReadOnlyList<TaskSample> Parse(ISampleSource source, byte[] bytes) => new SampleListParser(source).Parse(bytes);

    private List<TaskSample> Parse(byte[] bytes)
    {
        var samples = new List<TaskSample>();
        using var reader = new StreamReader(new MemoryStream(bytes), new UTF8Encoding(false, throwOnInvalidBytes: true));
        using var parser = new CsvParser(reader, Format);
        while (NextLine(parser) is { } fields)
        {
            if (!fields.All(string.IsNullOrEmpty))
                samples.Add(ReadSample(fields));
        }

        if (samples.Count == 0)
            throw new DatasetException(_path, "lists no sample; expected at least one line of file,classes,class");
        return samples;
    }

    private string[]? NextLine(CsvParser parser)
    {
        try
        {
            string[]? fields = parser.Read() ? parser.Record : null;
            _line = parser.RawRow;
            return fields;
        }
        catch (Exception problem) when (problem is CsvHelperException or DecoderFallbackException)
        {
            _line = parser.RawRow;
            string what = problem is DecoderFallbackException ? "is not UTF-8" : "is not CSV: a quote stands where none is expected";
            throw Error(what, problem);
        }
    }

    private TaskSample ReadSample(string[] fields)
    {
        if (fields.Length is not (3 or 5))
            throw Error($"has {fields.Length} fields; expected file,classes,class or file,classes,class,window bytes,stride bytes");
        string file = fields[0];
        RequireInside(file);
        if (!_lineOfFile.TryAdd(file, _line))
            throw Error($"lists {file} again; it is on line {_lineOfFile[file]}");

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

    private void RequireInside(string file)
    {
        if (!SampleName.IsInside(file))
            throw Error($"names the file \"{file}\"; expected one inside the task's folder, without \"..\" or a root");
    }

    private int Number(string text, string what, int least, int most)
    {
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int value) || value < least || value > most)
            throw Error($"has {what} \"{text}\"; expected {(most == int.MaxValue ? $"a whole number of at least {least}" : $"{least} to {most}")}");
        return value;
    }

    private DatasetException Error(string problem, Exception? cause = null) => new($"{_path}, line {_line}", problem, cause);
}
