namespace Tiny.Bench.Boards.Energy.Lpm01a;

/// <summary>How the meter sends its samples.</summary>
public enum Lpm01aFormat
{
    /// <summary><c>ascii_dec</c>: a line each, without end up to 5 kS/s; the edges of the pin stand between them.</summary>
    Ascii,

    /// <summary><c>bin_hexa</c>: two bytes each, up to 100 kS/s; how it would tell an edge of the pin is not documented, and it is not read.</summary>
    Binary,
}
