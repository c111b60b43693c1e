namespace Tiny.Bench.Reference.Arithmetic;

/// <summary>Names of the dialects, and the one place where a dialect becomes a type.</summary>
public static class Dialects
{
    /// <summary>All dialects, the reference first.</summary>
    public static IReadOnlyList<Dialect> All { get; } = Enum.GetValues<Dialect>();

    /// <summary>The name used on the command line and in records.</summary>
    public static string Name(this Dialect dialect) => dialect switch
    {
        Dialect.DoubleRounding => "double-rounding",
        Dialect.SingleRounding => "single-rounding",
        Dialect.Float32 => "float32",
        Dialect.HalfUp => "half-up",
        Dialect.HalfEven => "half-even",
        _ => throw new ArgumentOutOfRangeException(nameof(dialect), dialect, "Not a dialect."),
    };

    /// <summary>Finds a dialect by its name.</summary>
    public static bool TryParse(string name, out Dialect dialect)
    {
        foreach (Dialect candidate in All)
        {
            if (string.Equals(candidate.Name(), name, StringComparison.Ordinal))
            {
                dialect = candidate;
                return true;
            }
        }

        dialect = default;
        return false;
    }

    /// <summary>Calls <paramref name="user"/> with the rounding type of <paramref name="dialect"/>.</summary>
    public static TResult Apply<TResult>(this Dialect dialect, IRoundingUser<TResult> user) => dialect switch
    {
        Dialect.DoubleRounding => user.Use<DoubleRounding>(),
        Dialect.SingleRounding => user.Use<SingleRounding>(),
        Dialect.Float32 => user.Use<Float32Rounding>(),
        Dialect.HalfUp => user.Use<HalfUpRounding>(),
        Dialect.HalfEven => user.Use<HalfEvenRounding>(),
        _ => throw new ArgumentOutOfRangeException(nameof(dialect), dialect, "Not a dialect."),
    };
}
