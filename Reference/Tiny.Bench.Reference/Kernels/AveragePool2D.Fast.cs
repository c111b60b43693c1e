using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Kernels.Fast;

namespace Tiny.Bench.Reference.Kernels;

/// <content>The fast form: equal to the plain loop on every input.</content>
public sealed partial class AveragePool2D
{
    /// <summary>The int8 form for the vectors of this processor; null where only the plain one takes the shapes.</summary>
    internal static IFastKernel<sbyte>? TryPack(WindowGeometry window, int activationMinimum, int activationMaximum)
    {
        long places = (long)Math.Min(window.FilterHeight, window.InputHeight) * Math.Min(window.FilterWidth, window.InputWidth);
        bool isTaken = window.InputChannels >= ChannelLanes.Width && places <= PoolMeans.MaximumPlaces && activationMinimum <= activationMaximum;
        return isTaken ? new PoolMeans(window, activationMinimum, activationMaximum) : null;
    }

    static IFastKernel<sbyte>? IPool2D.TryPack(WindowGeometry window, int activationMinimum, int activationMaximum) =>
        TryPack(window, activationMinimum, activationMaximum);
}
