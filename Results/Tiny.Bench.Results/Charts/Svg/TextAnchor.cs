namespace Tiny.Bench.Results.Charts.Svg;

/// <summary>Which point of a text its position names.</summary>
internal enum TextAnchor
{
    /// <summary>Its beginning.</summary>
    Start,

    /// <summary>Its middle.</summary>
    Middle,

    /// <summary>Its end.</summary>
    End,
}
