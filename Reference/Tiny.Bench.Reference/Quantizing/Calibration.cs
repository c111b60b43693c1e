namespace Tiny.Bench.Reference.Quantizing;

/// <summary>What the tensors of a float model were seen to hold, by their index in the model.</summary>
/// <param name="Ranges">The real values that codes are to cover.</param>
/// <param name="ChannelMeans">The mean of each element of the last axis over all samples and positions.</param>
public sealed record Calibration(IReadOnlyDictionary<int, ActivationRange> Ranges, IReadOnlyDictionary<int, float[]> ChannelMeans);
