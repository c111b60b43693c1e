namespace Tiny.Bench.Reference.Vectors.Cutting;

/// <summary>What is kept of one axis.</summary>
/// <param name="First">First place that stays.</param>
/// <param name="Count">Places that stay, at least 1.</param>
internal readonly record struct CutRange(int First, int Count)
{
    /// <summary>The halves of an axis; nothing of an axis of one place.</summary>
    public static IEnumerable<CutRange> Halves(int extent)
    {
        if (extent < 2)
            yield break;
        yield return new CutRange(0, extent / 2);
        yield return new CutRange(extent / 2, extent - (extent / 2));
    }

    /// <summary>Ranges that hold one place, the smallest first: alone, with a neighbour, its half of the axis.</summary>
    /// <remarks>Neighbours matter to a fault that takes another channel's number, halves to one of a vector loop or its tail.</remarks>
    public static IEnumerable<CutRange> Around(int place, int extent)
    {
        if (extent > 1)
            yield return new CutRange(place, 1);
        if (extent > 2 && place > 0)
            yield return new CutRange(place - 1, 2);
        if (extent > 2 && place + 1 < extent)
            yield return new CutRange(place, 2);
        foreach (CutRange half in Halves(extent).Where(half => half.Count > 2 && place >= half.First && place < half.First + half.Count))
            yield return half;
    }
}
