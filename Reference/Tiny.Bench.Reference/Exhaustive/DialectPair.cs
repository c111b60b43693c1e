using Tiny.Bench.Reference.Arithmetic;

namespace Tiny.Bench.Reference.Exhaustive;

/// <summary>Two dialects that are compared; a difference is the second's result minus the first's.</summary>
public readonly record struct DialectPair(Dialect First, Dialect Second)
{
    /// <summary>Every pair once, the reference's pairs first.</summary>
    public static IReadOnlyList<DialectPair> All { get; } =
        [.. Dialects.All.SelectMany(first => Dialects.All.Where(second => second > first).Select(second => new DialectPair(first, second)))];

    /// <summary>Both names with a comma between them, as the command line takes them.</summary>
    public string Name => $"{First.Name()},{Second.Name()}";

    /// <summary>Reads two names of different dialects with a comma between them.</summary>
    public static bool TryParse(string name, out DialectPair pair)
    {
        pair = default;
        if (name.Split(',') is not [string first, string second])
            return false;
        if (!Dialects.TryParse(first, out Dialect firstDialect) || !Dialects.TryParse(second, out Dialect secondDialect) || firstDialect == secondDialect)
            return false;
        pair = new DialectPair(firstDialect, secondDialect);
        return true;
    }
}
