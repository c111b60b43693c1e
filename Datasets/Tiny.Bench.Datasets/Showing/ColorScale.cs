namespace Tiny.Bench.Datasets.Showing;

/// <summary>Colours for values: from dark to bright throughout, so that more is always brighter, in print and for every eye.</summary>
internal static class ColorScale
{
    private static readonly (byte Red, byte Green, byte Blue)[] Stops =
    [
        (6, 6, 30), (58, 18, 100), (140, 40, 108), (214, 74, 62), (248, 148, 26), (252, 232, 160),
    ];

    /// <summary>The colour of a value from 0 to 1.</summary>
    public static (byte Red, byte Green, byte Blue) Of(double value)
    {
        double at = Math.Clamp(value, 0, 1) * (Stops.Length - 1);
        int below = Math.Min((int)at, Stops.Length - 2);
        double share = at - below;
        (byte Red, byte Green, byte Blue) dark = Stops[below], bright = Stops[below + 1];
        return (Mix(dark.Red, bright.Red), Mix(dark.Green, bright.Green), Mix(dark.Blue, bright.Blue));

        byte Mix(byte from, byte to) => (byte)Math.Round(from + ((to - from) * share));
    }
}
