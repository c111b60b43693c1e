namespace Tiny.Bench.Results.Rules;

/// <summary>A part of a sealed record that is not what was sealed.</summary>
/// <param name="Field">The member, as JSON path: <c>$.quality.accuracy</c>.</param>
/// <param name="Text">What differs.</param>
public sealed record SealFinding(string Field, string Text);
