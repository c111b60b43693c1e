namespace Tiny.Bench.Reference.Vectors.Cutting;

/// <summary>Cuts boxes out of row-major tensors.</summary>
internal static class Cropping
{
    /// <summary>The elements of a tensor of four axes that lie in the ranges.</summary>
    public static sbyte[] Crop(ReadOnlySpan<sbyte> source, ReadOnlySpan<int> extents, ReadOnlySpan<CutRange> ranges)
    {
        var cropped = new sbyte[ranges[0].Count * ranges[1].Count * ranges[2].Count * ranges[3].Count];
        int at = 0;
        for (int i = 0; i < ranges[0].Count; i++)
        for (int j = 0; j < ranges[1].Count; j++)
        for (int k = 0; k < ranges[2].Count; k++)
        {
            int row = ((((((ranges[0].First + i) * extents[1]) + ranges[1].First + j) * extents[2]) + ranges[2].First + k) * extents[3]) + ranges[3].First;
            source.Slice(row, ranges[3].Count).CopyTo(cropped.AsSpan(at));
            at += ranges[3].Count;
        }

        return cropped;
    }

    /// <summary>The whole of an axis.</summary>
    public static CutRange All(int extent) => new(0, extent);
}
