using System.Globalization;
using System.Text;

namespace Tiny.Bench.Results.Pages;

/// <summary>Gives names from outside file names that are safe on every system: lower-case letters, digits and dashes, no two alike.</summary>
/// <param name="longest">Most letters before the number that tells two names apart.</param>
internal sealed class SlugTable(int longest)
{
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _slugs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _next = new(StringComparer.Ordinal);

    /// <summary>The file name of a name, without ending; the same for the same name.</summary>
    public string this[string name] => _slugs.TryGetValue(name, out string? slug) ? slug : _slugs[name] = Next(name);

    /// <summary>A file name of its own for each call, without ending.</summary>
    public string Next(string name) => Free(Of(name));

    private string Of(string name)
    {
        var slug = new StringBuilder();
        foreach (char letter in name)
        {
            if (slug.Length >= longest)
                break;
            if (char.IsAsciiLetterOrDigit(letter))
                slug.Append(char.ToLowerInvariant(letter));
            else if (slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
        }

        string text = slug.ToString().TrimEnd('-');
        return text.Length == 0 ? "unnamed" : IsDevice(text) ? text + "-" : text;
    }

    // Windows keeps con, prn, aux, nul and com1 to lpt9 for devices, whatever the ending.
    private static bool IsDevice(string text) =>
        text.Length == 3 || (text.Length == 4 && (text.StartsWith("com", StringComparison.Ordinal) || text.StartsWith("lpt", StringComparison.Ordinal)));

    private string Free(string slug)
    {
        if (_taken.Add(slug))
            return slug;
        for (int counter = _next.GetValueOrDefault(slug, 2); ; counter++)
        {
            string numbered = $"{slug}-{counter.ToString(CultureInfo.InvariantCulture)}";
            if (!_taken.Add(numbered))
                continue;
            _next[slug] = counter + 1;
            return numbered;
        }
    }
}
