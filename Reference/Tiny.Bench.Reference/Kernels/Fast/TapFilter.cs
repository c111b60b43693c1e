namespace Tiny.Bench.Reference.Kernels.Fast;

/// <summary>Weights as a table of taps: the one view of OHWI filters, depthwise filters and rows of FULLY_CONNECTED.</summary>
/// <param name="Channels">Output channels.</param>
/// <param name="Depth">Input channels that each of them sees.</param>
/// <param name="ChannelStride">Weights from one output channel to the next.</param>
/// <param name="TapStride">Weights from one place of the window to the next.</param>
internal readonly record struct TapFilter(int Channels, int Depth, int ChannelStride, int TapStride);
