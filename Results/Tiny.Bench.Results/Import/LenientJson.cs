using System.Globalization;
using System.Text;

namespace Tiny.Bench.Results.Import;

/// <summary>Reads the texts of one JSON object as people write them by hand: 6 of 114 published descriptions are not JSON.</summary>
/// <remarks>
/// Taken as meant, and noted: a missing or spare comma, a control character within a text, a missing brace at the end, something after it.
/// Names are trimmed. Of a repeated name the last one counts, as in every common reader; in a text that is no JSON and that none of them reads, the first one,
/// as in published.csv. An inner object or list is checked and skipped.
/// </remarks>
internal sealed class LenientJson
{
    private const int DeepestNesting = 32;

    // The worst published description has one slip.
    private const int MostRepairs = 20;

    private readonly string _text;
    private readonly Dictionary<string, string> _firsts = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _lasts = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _repairs = [];
    private int _at;

    private LenientJson(string text) => _text = text;

    /// <summary>Texts, numbers and literals by name.</summary>
    public IReadOnlyDictionary<string, string> Members => IsJson ? _lasts : _firsts;

    /// <summary>What was wrong and taken as meant, with its line.</summary>
    public IReadOnlyList<string> Repairs => _repairs;

    /// <summary>What ended the reading; null when all of it was read. The members before it stand.</summary>
    public (int Line, string Text)? Failure { get; private set; }

    /// <summary>Reads a text.</summary>
    public static LenientJson Read(string text)
    {
        var json = new LenientJson(text);
        if (json.Next() != '{')
            json.Fail("should be a JSON object");
        else if (json.ReadObject(0) && json.Next() != '\0')
            json.Repair("something follows the object");
        return json;
    }

    private bool ReadObject(int depth)
    {
        _at++;
        bool comma = true;
        for (bool first = true; ; first = false)
        {
            if (_repairs.Count > MostRepairs)
                return Fail("stands after more slips than a description may have");
            switch (Next())
            {
                case '}':
                    if (comma && !first)
                        Repair("a comma stands before the closing brace");
                    _at++;
                    return true;
                case '\0' when depth == 0 && AtEnd:
                    Repair("the closing brace is missing");
                    return true;
                case ',':
                    if (comma)
                        Repair("a comma has no member before it");
                    comma = true;
                    _at++;
                    break;
                case '"':
                    if (!comma)
                        Repair("a comma is missing before this line's member");
                    comma = false;
                    if (!ReadMember(depth))
                        return false;
                    break;
                default:
                    return Fail("should be the name of a member");
            }
        }
    }

    private bool ReadMember(int depth)
    {
        if (!ReadText(out string name))
            return false;
        if (Next() != ':')
            return Fail("should be a colon after a member's name");
        _at++;
        if (!ReadValue(depth, out string? value))
            return false;
        if (value is not null && depth == 0)
        {
            _firsts.TryAdd(name.Trim(), value);
            _lasts[name.Trim()] = value;
        }

        return true;
    }

    private bool ReadValue(int depth, out string? value)
    {
        value = null;
        switch (Next())
        {
            case '"':
                bool read = ReadText(out string text);
                value = text;
                return read;
            case '{':
                return depth < DeepestNesting ? ReadObject(depth + 1) : Fail("is nested too deep");
            case '[':
                return depth < DeepestNesting ? ReadList(depth + 1) : Fail("is nested too deep");
            default:
                int start = _at;
                while (!AtEnd && (char.IsAsciiLetterOrDigit(_text[_at]) || _text[_at] is '.' or '-' or '+'))
                    _at++;
                value = _text[start.._at];
                if (value == "null")
                    value = "";
                return _at > start || Fail("should be a value");
        }
    }

    private bool ReadList(int depth)
    {
        _at++;
        while (Next() != ']')
        {
            if (AtEnd)
                return Fail("is a list without end");
            if (!ReadValue(depth, out _))
                return false;
            if (Next() == ',')
                _at++;
        }

        _at++;
        return true;
    }

    private bool ReadText(out string value)
    {
        var text = new StringBuilder();
        int start = _at;
        bool controls = false;
        value = "";
        for (_at++; !AtEnd && _text[_at] != '"'; _at++)
        {
            char letter = _text[_at];
            if (letter == '\\')
            {
                if (!ReadEscape(out letter))
                    return Fail("is an escape that JSON does not know");
            }
            else if (char.IsControl(letter) && !controls)
            {
                controls = true;
                Repair("a control character stands within a text");
            }

            text.Append(letter);
        }

        if (AtEnd)
        {
            _at = start;
            return Fail("is a text without closing quote");
        }

        _at++;
        value = text.ToString();
        return true;
    }

    private bool ReadEscape(out char letter)
    {
        _at++;
        char name = AtEnd ? '\0' : _text[_at];
        letter = name switch { 'n' => '\n', 't' => '\t', 'r' => '\r', 'b' => '\b', 'f' => '\f', _ => name };
        if (name != 'u')
            return name is 'n' or 't' or 'r' or 'b' or 'f' or '"' or '\\' or '/';
        if (_at + 4 >= _text.Length || !ushort.TryParse(_text.AsSpan(_at + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort code))
            return false;
        letter = (char)code;
        _at += 4;
        return true;
    }

    private bool IsJson => _repairs.Count == 0 && Failure is null;

    private bool AtEnd => _at >= _text.Length;

    /// <summary>The next character that is no blank; NUL at the end.</summary>
    private char Next()
    {
        while (!AtEnd && char.IsWhiteSpace(_text[_at]))
            _at++;
        return AtEnd ? '\0' : _text[_at];
    }

    private int Line => 1 + _text.AsSpan(0, Math.Min(_at, _text.Length)).Count('\n');

    // One more than allowed is kept, so that the object ends; the line of each would be looked for from the start.
    private void Repair(string what)
    {
        if (_repairs.Count <= MostRepairs)
            _repairs.Add($"line {Line}: {what}");
    }

    private bool Fail(string expected)
    {
        string found = AtEnd ? "the end" : SourceText.Quote(_text.AsSpan(_at, Math.Min(20, _text.Length - _at)));
        Failure = (Line, $"{found} {expected}; what follows is not read");
        return false;
    }
}
