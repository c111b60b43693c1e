namespace Tiny.Bench.Core.Systems;

/// <summary>What a system under test answers to one input.</summary>
/// <param name="Scores">The outputs as real numbers (dequantized), or as the system printed them; for a classifier one per class,
/// for an autoencoder its outputs, or the one mean squared error of a system that only prints that.</param>
/// <param name="Output">The output tensor's raw bytes, little-endian; empty when the system only prints.</param>
public sealed record InferenceResult(float[] Scores, ReadOnlyMemory<byte> Output);
