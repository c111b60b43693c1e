using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Tiny.Bench.Core;

namespace Tiny.Bench.Datasets.Lists;

/// <summary>The lines of a list of samples, one after the other; every complaint names the line.</summary>
internal sealed class ListLines : IDisposable
{
    private static readonly CsvConfiguration Format = new(CultureInfo.InvariantCulture)
    {
        HasHeaderRecord = false,
        TrimOptions = TrimOptions.Trim,
        WhiteSpaceChars = [' ', '\t'],
        IgnoreBlankLines = true,
    };

    private readonly string _path;
    private readonly CsvParser _parser;
    private readonly Dictionary<string, int> _lineOfFile = new(StringComparer.Ordinal);
    private int _line;

    /// <summary>Begins before the first line.</summary>
    /// <param name="path">What errors call the list.</param>
    /// <param name="bytes">UTF-8 text of comma separated fields.</param>
    public ListLines(string path, byte[] bytes)
    {
        _path = path;
        _parser = new CsvParser(new StreamReader(new MemoryStream(bytes), new UTF8Encoding(false, throwOnInvalidBytes: true)), Format);
    }

    public void Dispose() => _parser.Dispose();

    /// <summary>The fields of the next line that is not blank; null at the end.</summary>
    /// <exception cref="DatasetException">The line is not UTF-8, or not CSV.</exception>
    public string[]? Next()
    {
        try
        {
            string[]? fields;
            do
                fields = _parser.Read() ? _parser.Record : null;
            while (fields is not null && fields.All(string.IsNullOrEmpty));
            _line = _parser.RawRow;
            return fields;
        }
        catch (Exception problem) when (problem is CsvHelperException or DecoderFallbackException)
        {
            _line = _parser.RawRow;
            string what = problem is DecoderFallbackException ? "is not UTF-8" : "is not CSV: a quote stands where none is expected";
            throw Error(what, problem);
        }
    }

    /// <summary>Checks that a field names a file inside the list's folder, for the first time.</summary>
    /// <exception cref="DatasetException">It does not.</exception>
    public void RequireNewFile(string file)
    {
        if (!SampleName.IsInside(file))
            throw Error($"names the file \"{file}\"; expected one inside the task's folder, without \"..\" or a root");
        if (!_lineOfFile.TryAdd(file, _line))
            throw Error($"lists {file} again; it is on line {_lineOfFile[file]}");
    }

    /// <summary>What is wrong with the line that was read last.</summary>
    public DatasetException Error(string problem, Exception? cause = null) => new($"{_path}, line {_line}", problem, cause);
}
