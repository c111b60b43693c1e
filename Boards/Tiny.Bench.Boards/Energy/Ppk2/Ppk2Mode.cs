namespace Tiny.Bench.Boards.Energy.Ppk2;

/// <summary>How the meter stands in the supply.</summary>
public enum Ppk2Mode
{
    /// <summary>It supplies the board.</summary>
    Source,

    /// <summary>Something else supplies the board, through the meter.</summary>
    Ampere,
}
