using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Tiny.Bench.Harness.Suites;

/// <summary>One object of the suite. Each member is asked for once; what is wrong is noted with its JSON path, and reading goes on.</summary>
/// <remarks>A faulty member gives a stand-in value, which nobody sees: the loader throws when there is any fault.</remarks>
internal sealed class SuiteSection(IConfiguration section, string path, List<string> faults)
{
    private readonly HashSet<string> _asked = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>A text that is not empty.</summary>
    public string Text(string key) => Value(key, "a text") ?? "";

    /// <summary>A text that names a file or folder and is no path.</summary>
    public string FileName(string key)
    {
        string? text = Value(key, "a name");
        if (text is null)
            return "";
        bool plain = text is not ("." or "..") && text.IndexOfAny(['/', '\\', ':', '\0']) < 0;
        return plain ? text : Fault(key, text, "a name without folders", "");
    }

    /// <summary>A SHA-256, in lower case.</summary>
    public string Sha256(string key)
    {
        const string expected = "a SHA-256 of 64 hexadecimal digits";
        string? text = Value(key, expected);
        if (text is null)
            return "";
        return text.Length == 64 && text.All(char.IsAsciiHexDigit) ? text.ToLowerInvariant() : Fault(key, text, expected, "");
    }

    /// <summary>A number from <paramref name="least"/> to <paramref name="most"/>.</summary>
    public double Number(string key, double least, double most)
    {
        string expected = $"a number from {least} to {most}";
        string? text = Value(key, expected);
        if (text is null)
            return least;
        bool valid = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && value >= least && value <= most;
        return valid ? value : Fault(key, text, expected, least);
    }

    /// <summary>A whole number from <paramref name="least"/> to <paramref name="most"/>.</summary>
    public int Count(string key, int least, int most)
    {
        string expected = $"a whole number from {least} to {most}";
        string? text = Value(key, expected);
        if (text is null)
            return least;
        bool valid = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int value) && value >= least && value <= most;
        return valid ? value : Fault(key, text, expected, least);
    }

    /// <summary>True or false.</summary>
    public bool Flag(string key)
    {
        string? text = Value(key, "true or false");
        return text is not null && (bool.TryParse(text, out bool value) ? value : Fault(key, text, "true or false", fallback: false));
    }

    /// <summary>One of a few names; null when it is none of them.</summary>
    public T? OneOf<T>(string key, params (string Name, T Value)[] choices)
        where T : struct, Enum
    {
        string expected = $"one of {string.Join(", ", choices.Select(choice => choice.Name))}";
        string? text = Value(key, expected);
        if (text is null)
            return null;
        foreach ((string name, T value) in choices)
        {
            if (string.Equals(name, text, StringComparison.Ordinal))
                return value;
        }

        return Fault<T?>(key, text, expected, fallback: null);
    }

    /// <summary>An object.</summary>
    public SuiteSection Object(string key)
    {
        Children(key, "an object");
        return new SuiteSection(section.GetSection(key), PathOf(key), faults);
    }

    /// <summary>Whether a member is there at all; asking makes it a known one.</summary>
    public bool Has(string key)
    {
        _asked.Add(key);
        return section.GetSection(key).Exists();
    }

    /// <summary>An object whose keys are names; at least one.</summary>
    public IReadOnlyList<(string Name, SuiteSection Section)> Named(string key) =>
        [.. Children(key, "an object").Select(child => (child.Key, Child(child, $"{PathOf(key)}.{child.Key}")))];

    /// <summary>An array of objects, at least one.</summary>
    public IReadOnlyList<SuiteSection> Items(string key) =>
        [.. Elements(key).Select(child => Child(child, $"{PathOf(key)}[{child.Key}]"))];

    /// <summary>An array of texts, at least one.</summary>
    public IReadOnlyList<string> Texts(string key)
    {
        var texts = new List<string>();
        foreach (IConfigurationSection child in Elements(key))
        {
            if (string.IsNullOrEmpty(child.Value))
                faults.Add($"{PathOf(key)}[{child.Key}]: expected a text");
            texts.Add(child.Value ?? "");
        }

        return texts;
    }

    /// <summary>Notes a fault of one member.</summary>
    public void Fault(string key, string problem) => faults.Add($"{PathOf(key)}: {problem}");

    /// <summary>Notes every member that was not asked for; called when all others were.</summary>
    public void RefuseOthers()
    {
        foreach (IConfigurationSection child in section.GetChildren())
        {
            if (!_asked.Contains(child.Key))
                faults.Add($"{PathOf(child.Key)}: is not known; expected one of {string.Join(", ", _asked.Order(StringComparer.Ordinal))}");
        }
    }

    private string? Value(string key, string expected)
    {
        _asked.Add(key);
        IConfigurationSection child = section.GetSection(key);
        if (child.GetChildren().Any())
            Fault(key, $"is an object or array; expected {expected}");
        else if (string.IsNullOrEmpty(child.Value))
            Fault(key, $"is missing or empty; expected {expected}");
        else
            return child.Value;
        return null;
    }

    private IConfigurationSection[] Children(string key, string expected)
    {
        _asked.Add(key);
        IConfigurationSection child = section.GetSection(key);
        IConfigurationSection[] children = [.. child.GetChildren()];
        if (!string.IsNullOrEmpty(child.Value))
            Fault(key, $"is \"{child.Value}\"; expected {expected}");
        else if (children.Length == 0)
            Fault(key, $"is missing or empty; expected {expected}");
        return children;
    }

    // An override can give an object a text beside its members.
    private SuiteSection Child(IConfigurationSection child, string childPath)
    {
        if (!string.IsNullOrEmpty(child.Value))
            faults.Add($"{childPath}: is \"{child.Value}\"; expected an object");
        return new SuiteSection(child, childPath, faults);
    }

    private IEnumerable<IConfigurationSection> Elements(string key)
    {
        foreach (IConfigurationSection child in Children(key, "an array"))
        {
            if (int.TryParse(child.Key, NumberStyles.None, CultureInfo.InvariantCulture, out _))
                yield return child;
            else
                faults.Add($"{PathOf(key)}.{child.Key}: is not known; {PathOf(key)} is an array");
        }
    }

    private T Fault<T>(string key, string text, string expected, T fallback)
    {
        Fault(key, $"is \"{text}\"; expected {expected}");
        return fallback;
    }

    private string PathOf(string key) => path.Length == 0 ? key : $"{path}.{key}";
}
