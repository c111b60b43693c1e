using Tiny.Bench.Reference.Kernels.Fast;
using static Tiny.Bench.Reference.Arithmetic.FixedPoint;

namespace Tiny.Bench.Reference.Kernels;

/// <content>The fast form of the fixed-point softmax: equal to the plain loop on every input.</content>
public sealed partial class Softmax
{
    /// <summary>The int8 form with a table of exponentials; null where there is no memory for one.</summary>
    internal static IFastKernel<sbyte>? TryPack(int rows, int columns, SoftmaxCodes codes, HostMemory memory)
    {
        if (!memory.TryTake(SoftmaxTables.Bytes))
            return null;
        var tables = new SoftmaxTables(rows, columns);
        for (int difference = 0; difference >= -byte.MaxValue && difference >= codes.DiffMin; difference--)
        {
            int exponential = Exp(difference, codes.InputMultiplier);
            tables.Set(-difference, exponential, RoundingDivideByPowerOfTwo(exponential, SumIntegerBits));
        }

        return tables;
    }
}
