namespace Tiny.Bench.Results.Charts.Svg;

/// <summary>A value that an axis names.</summary>
internal readonly record struct ScaleTick(double Value, string Text);
