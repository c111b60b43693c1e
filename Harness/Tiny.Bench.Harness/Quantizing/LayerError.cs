namespace Tiny.Bench.Harness.Quantizing;

/// <summary>How far one tensor of a model lies from the same tensor of another.</summary>
/// <param name="Operator">The schema's name of the operator that writes it.</param>
/// <param name="Tensor">Its name in the first model.</param>
/// <param name="Decibels">Signal to quantization noise: 10 log10 of the first's energy over that of the difference; null when there is no difference.</param>
public sealed record LayerError(string Operator, string Tensor, double? Decibels);
