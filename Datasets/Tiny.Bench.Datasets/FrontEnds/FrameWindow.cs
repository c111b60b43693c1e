namespace Tiny.Bench.Datasets.FrontEnds;

/// <summary>Weights that fade a frame in and out.</summary>
internal static class FrameWindow
{
    /// <summary>The Hann window whose period is its length: the weight after the last would be the first again.</summary>
    public static double[] PeriodicHann(int length) =>
        [.. Enumerable.Range(0, length).Select(index => 0.5 - (0.5 * Math.Cos(2 * Math.PI * index / length)))];

    /// <summary>The Hamming window that ends as it begins, with 0.08.</summary>
    public static double[] SymmetricHamming(int length) =>
        [.. Enumerable.Range(0, length).Select(index => 0.54 - (0.46 * Math.Cos(2 * Math.PI * index / (length - 1))))];
}
