namespace Tiny.Bench.Datasets.Checking;

/// <summary>What a check found, and why.</summary>
/// <param name="State">The verdict.</param>
/// <param name="Text">What was checked, or what is wrong where.</param>
public readonly record struct ItemFinding(ItemState State, string Text);
