using System.Globalization;
using System.Text.Json;

namespace Tiny.Bench.Boards.Catalog;

/// <summary>One object of a catalogue file. Each member is asked for once; what is wrong is noted with its JSON path, and reading goes on.</summary>
/// <remarks>A faulty member gives a stand-in value, which nobody sees: the reader throws when there is any fault. A null is as good as a missing member.</remarks>
internal sealed class CatalogSection(JsonElement element, string path, List<string> faults)
{
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    /// <summary>A text that is not blank.</summary>
    public string Text(string key) => Member(key) is { } member ? TextOf(member, PathOf(key)) : Missing(key, "a text", "");

    /// <summary>The same; null when it is not there.</summary>
    public string? OptionalText(string key) => Member(key) is { } member ? TextOf(member, PathOf(key)) : null;

    /// <summary>A text of a form of its own.</summary>
    /// <param name="key">The member.</param>
    /// <param name="expected">The form, for the fault.</param>
    /// <param name="parse">Reads it; null when the text has not the form.</param>
    public T Parsed<T>(string key, string expected, Func<string, T?> parse)
        where T : struct
    {
        if (Member(key) is not { } member)
            return Missing(key, expected, default(T));
        if (member.ValueKind == JsonValueKind.String && parse(member.GetString()!) is { } value)
            return value;
        return Fault(PathOf(key), member, expected, default(T));
    }

    /// <summary>A whole number from <paramref name="least"/> to <paramref name="most"/>.</summary>
    public long Number(string key, long least, long most) =>
        Member(key) is null ? Missing(key, Range(least, most), least) : OptionalNumber(key, least, most) ?? least;

    /// <summary>The same; null when it is not there.</summary>
    public long? OptionalNumber(string key, long least, long most)
    {
        if (Member(key) is not { } member)
            return null;
        bool valid = member.ValueKind == JsonValueKind.Number && member.TryGetInt64(out long value) && value >= least && value <= most;
        return valid ? member.GetInt64() : Fault<long?>(PathOf(key), member, Range(least, most), fallback: null);
    }

    /// <summary>An array of texts; empty when it is not there.</summary>
    public IReadOnlyList<string> Texts(string key) => [.. Elements(key).Select(item => TextOf(item.Element, item.Path))];

    /// <summary>An array of objects; empty when it is not there.</summary>
    public IReadOnlyList<CatalogSection> Items(string key) =>
        [.. Elements(key).Where(item => IsObject(item.Element, item.Path)).Select(item => new CatalogSection(item.Element, item.Path, faults))];

    /// <summary>An object.</summary>
    public CatalogSection Object(string key)
    {
        if (OptionalObject(key) is { } section)
            return section;
        if (Member(key) is null)
            Fault(key, "is missing; expected an object");

        // What it should hold would only repeat the fault.
        return new CatalogSection(default, PathOf(key), []);
    }

    /// <summary>An object; null when it is not there.</summary>
    public CatalogSection? OptionalObject(string key) =>
        Member(key) is { } member && IsObject(member, PathOf(key)) ? new CatalogSection(member, PathOf(key), faults) : null;

    /// <summary>Notes a fault of one member.</summary>
    public void Fault(string key, string problem) => faults.Add($"{PathOf(key)}: {problem}");

    /// <summary>Notes every member that was not asked for; called when all others were.</summary>
    public void RefuseOthers()
    {
        if (element.ValueKind != JsonValueKind.Object)
            return;
        foreach (JsonProperty member in element.EnumerateObject())
        {
            if (!_asked.Contains(member.Name))
                faults.Add($"{PathOf(member.Name)}: is not known; expected one of {string.Join(", ", _asked.Order(StringComparer.Ordinal))}");
        }
    }

    private static string Range(long least, long most) => string.Create(CultureInfo.InvariantCulture, $"a whole number from {least} to {most}");

    private JsonElement? Member(string key)
    {
        _asked.Add(key);
        return element.ValueKind == JsonValueKind.Object && element.TryGetProperty(key, out JsonElement member) && member.ValueKind != JsonValueKind.Null
            ? member
            : null;
    }

    private IEnumerable<(JsonElement Element, string Path)> Elements(string key)
    {
        if (Member(key) is not { } member)
            return [];
        if (member.ValueKind != JsonValueKind.Array)
            return Fault<(JsonElement, string)[]>(PathOf(key), member, "an array", []);
        return member.EnumerateArray().Select((item, index) => (item, string.Create(CultureInfo.InvariantCulture, $"{PathOf(key)}[{index}]")));
    }

    private bool IsObject(JsonElement value, string where) => value.ValueKind == JsonValueKind.Object || Fault(where, value, "an object", fallback: false);

    private string TextOf(JsonElement value, string where) =>
        value.ValueKind == JsonValueKind.String && !string.IsNullOrWhiteSpace(value.GetString()) ? value.GetString()! : Fault(where, value, "a text", "");

    private T Missing<T>(string key, string expected, T fallback)
    {
        Fault(key, $"is missing; expected {expected}");
        return fallback;
    }

    private T Fault<T>(string where, JsonElement value, string expected, T fallback)
    {
        faults.Add($"{where}: is {Shown(value)}; expected {expected}");
        return fallback;
    }

    private static string Shown(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        _ => value.GetRawText(),
    };

    private string PathOf(string key) => $"{path}.{key}";
}
