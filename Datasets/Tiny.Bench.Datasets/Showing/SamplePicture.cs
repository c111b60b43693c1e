using Tiny.Bench.Datasets.Images;

namespace Tiny.Bench.Datasets.Showing;

/// <summary>A sample as something to look at.</summary>
/// <param name="Title">What it is: "log-mel, 200 frames of 128 bands".</param>
/// <param name="Image">The picture, a pixel for a value.</param>
/// <param name="Across">What runs from left to right; null for a photograph.</param>
/// <param name="Up">What runs from the bottom to the top; null for a photograph.</param>
public sealed record SamplePicture(string Title, RgbImage Image, string? Across = null, string? Up = null);
