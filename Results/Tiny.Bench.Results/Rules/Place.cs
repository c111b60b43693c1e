namespace Tiny.Bench.Results.Rules;

/// <summary>Where a rule is broken.</summary>
/// <param name="File">Path below the folder that was checked, with <c>/</c>; empty for that folder itself.</param>
/// <param name="Line">Line of the file, from 1.</param>
/// <param name="Window">Number of the window, as the file itself counts.</param>
/// <param name="Field">Member of a JSON document: <c>$.quality.accuracy</c>.</param>
public readonly record struct Place(string File, int? Line = null, int? Window = null, string? Field = null) : IComparable<Place>
{
    /// <summary>By file, line, window and field.</summary>
    public int CompareTo(Place other)
    {
        int order = string.CompareOrdinal(File, other.File);
        if (order == 0)
            order = Nullable.Compare(Line, other.Line);
        if (order == 0)
            order = Nullable.Compare(Window, other.Window);
        return order == 0 ? string.CompareOrdinal(Field, other.Field) : order;
    }

    /// <summary>The place as people read it: "ad/performance/results.txt, line 1, window 1".</summary>
    public override string ToString() =>
        (File.Length == 0 ? "." : File)
        + (Line is { } line ? $", line {line}" : "")
        + (Window is { } window ? $", window {window}" : "")
        + (Field is { } field ? $", {field}" : "");

    /// <summary>Whether one place comes before another.</summary>
    public static bool operator <(Place left, Place right) => left.CompareTo(right) < 0;

    /// <summary>Whether one place comes after another.</summary>
    public static bool operator >(Place left, Place right) => left.CompareTo(right) > 0;

    /// <summary>Whether one place does not come after another.</summary>
    public static bool operator <=(Place left, Place right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one place does not come before another.</summary>
    public static bool operator >=(Place left, Place right) => left.CompareTo(right) >= 0;
}
