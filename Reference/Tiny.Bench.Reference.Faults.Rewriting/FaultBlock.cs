namespace Tiny.Bench.Reference.Faults.Rewriting;

/// <summary>The lines of one fault, as far as they were read.</summary>
internal sealed class FaultBlock
{
    private readonly Dictionary<string, string> _facts = new(StringComparer.Ordinal);
    private readonly List<FaultEdit> _csharp = [];
    private readonly List<FaultEdit> _c = [];
    private List<FaultEdit>? _edits;
    private string _file = "";
    private string? _old;

    public void Add(string where, string line)
    {
        if (line.StartsWith("- ", StringComparison.Ordinal) && _old is null && _edits is not null)
            _old = line[2..];
        else if (line.StartsWith("+ ", StringComparison.Ordinal) && _old is not null)
            Replace(line[2..]);
        else if (_old is not null)
            throw new FaultFormatException(where, "expected the line '+ ' that replaces the one before");
        else
            AddFact(where, line);
    }

    public SeededFault Finish(string where, IReadOnlyList<string> facts)
    {
        foreach (string fact in facts)
        {
            if (!_facts.ContainsKey(fact))
                throw new FaultFormatException(where, $"the fault that ends here has no {fact}");
        }

        if (_old is not null || _csharp.Count == 0)
            throw new FaultFormatException(where, $"{_facts["name"]} ends without a whole edit under cs");
        return new SeededFault
        {
            Name = _facts["name"],
            Operator = _facts["operator"],
            What = _facts["what"],
            Source = _facts["source"],
            CSharp = _csharp,
            C = _c,
        };
    }

    private void Replace(string replacement)
    {
        _edits!.Add(new FaultEdit(_file, _old!, replacement));
        _old = null;
    }

    private void AddFact(string where, string line)
    {
        int colon = line.IndexOf(": ", StringComparison.Ordinal);
        if (colon < 0)
            throw new FaultFormatException(where, $"is '{line}'; expected 'key: value', or '- old' and '+ new' below cs or c");
        (string key, string value) = (line[..colon], line[(colon + 2)..]);
        if (key is "cs" or "c")
            (_edits, _file) = (key == "c" ? _c : _csharp, value);
        else if (key is not ("name" or "operator" or "what" or "source") || !_facts.TryAdd(key, value))
            throw new FaultFormatException(where, $"has '{key}'; expected name, operator, what and source once each, then cs and c");
        else if (key == "name" && !value.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-'))
            throw new FaultFormatException(where, $"names a fault '{value}'; expected lower-case words joined by hyphens");
    }
}
