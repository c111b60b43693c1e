namespace Tiny.Bench.Datasets.Unpacking;

/// <summary>What an archive may grow to, whatever it says of itself.</summary>
/// <param name="Entries">Files at most.</param>
/// <param name="Bytes">Bytes at most, of all files together.</param>
/// <param name="Depth">Folders at most on the way to a file.</param>
internal sealed record UnpackLimits(int Entries, long Bytes, int Depth)
{
    // The official archives pack sounds and pictures: none grows to the double.
    private const int LargestGrowth = 20;

    /// <summary>The limits for an archive of that size.</summary>
    public static UnpackLimits For(long archiveBytes) => new(Entries: 500_000, Bytes: (64 << 20) + (LargestGrowth * archiveBytes), Depth: 16);
}
