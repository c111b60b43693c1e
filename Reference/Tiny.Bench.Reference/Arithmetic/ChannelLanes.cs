namespace Tiny.Bench.Reference.Arithmetic;

/// <summary>What 16 neighbouring channels need to become codes, a row of 16 words for each thing, so that a vector of any width loads its lanes.</summary>
/// <remarks>Rows from <see cref="FirstOfRounding"/> on belong to the dialect: see <see cref="ILaneRounding"/>. A row of 64-bit words has the even lanes only.</remarks>
internal static class ChannelLanes
{
    /// <summary>Channels of a block.</summary>
    public const int Width = 16;

    /// <summary>Row: bias with zero points folded in, where a sum starts.</summary>
    public const int Start = 0;

    /// <summary>Row: the factor's multiplier.</summary>
    public const int Multiplier = 1;

    /// <summary>Row: the factor's shift.</summary>
    public const int Shift = 2;

    /// <summary>Row: the multipliers of the odd lanes, each moved to the even lane before it, where a 64-bit product takes its factors from.</summary>
    public const int OddMultiplier = 3;

    /// <summary>Row: the output's zero point.</summary>
    public const int ZeroPoint = 4;

    /// <summary>Row: lowest code.</summary>
    public const int Minimum = 5;

    /// <summary>Row: highest code.</summary>
    public const int Maximum = 6;

    /// <summary>The first row of a dialect's own; it has as many as are left.</summary>
    public const int FirstOfRounding = 7;

    /// <summary>Rows of a block.</summary>
    public const int Rows = 11;

    /// <summary>Words of a block.</summary>
    public const int Words = Rows * Width;

    /// <summary>Fills a lane of the rows that have a factor, the dialect's own included.</summary>
    /// <param name="block">All its <see cref="Words"/>.</param>
    /// <param name="lane">0 to 15.</param>
    /// <param name="factor">Its multiplier is not negative.</param>
    public static void PackFactor<TRounding>(Span<int> block, int lane, QuantizedMultiplier factor)
        where TRounding : struct, ILaneRounding
    {
        block[(Multiplier * Width) + lane] = factor.Multiplier;
        block[(Shift * Width) + lane] = factor.Shift;
        if (lane % 2 == 1)
            block[(OddMultiplier * Width) + lane - 1] = factor.Multiplier;
        TRounding.Pack(factor, lane, block[(FirstOfRounding * Width)..]);
    }

    /// <summary>Fills all lanes of the rows that have a factor with the same one.</summary>
    public static void PackSameFactor<TRounding>(Span<int> block, QuantizedMultiplier factor)
        where TRounding : struct, ILaneRounding
    {
        for (int lane = 0; lane < Width; lane++)
            PackFactor<TRounding>(block, lane, factor);
    }

    /// <summary>Fills the rows that are the same in every lane.</summary>
    public static void PackOutput(Span<int> block, int zeroPoint, int minimum, int maximum)
    {
        block.Slice(ZeroPoint * Width, Width).Fill(zeroPoint);
        block.Slice(Minimum * Width, Width).Fill(minimum);
        block.Slice(Maximum * Width, Width).Fill(maximum);
    }
}
