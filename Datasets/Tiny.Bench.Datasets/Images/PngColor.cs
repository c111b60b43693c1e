namespace Tiny.Bench.Datasets.Images;

/// <summary>The color type of a PNG file, by its code.</summary>
internal enum PngColor : byte
{
    /// <summary>One grey byte.</summary>
    Grey = 0,

    /// <summary>Red, green, blue.</summary>
    Rgb = 2,

    /// <summary>An index into the palette.</summary>
    Palette = 3,

    /// <summary>Grey and opacity.</summary>
    GreyAlpha = 4,

    /// <summary>Red, green, blue and opacity.</summary>
    RgbAlpha = 6,
}
