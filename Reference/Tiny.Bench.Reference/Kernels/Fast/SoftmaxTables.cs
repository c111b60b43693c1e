using System.Numerics;
using static Tiny.Bench.Reference.Arithmetic.FixedPoint;
using static Tiny.Bench.Reference.Arithmetic.FixedPointFunctions;

namespace Tiny.Bench.Reference.Kernels.Fast;

/// <summary>SOFTMAX of int8 with the exponentials of all differences between two codes at hand.</summary>
/// <remarks>A difference that does not count has the exponential 0, whose share is the lowest code, as if it were left out.</remarks>
internal sealed class SoftmaxTables(int rows, int columns) : IFastKernel<sbyte>
{
    private const int Differences = 1 << 8, SumIntegerBits = 12, OutputBits = 8;

    private readonly int[] _exponentials = new int[Differences];
    private readonly int[] _summands = new int[Differences];

    /// <summary>Memory that the tables take.</summary>
    public static long Bytes => 2 * Differences * sizeof(int);

    /// <inheritdoc/>
    public string Name => "tables";

    /// <summary>Sets the exponential of a difference in Q0.31, and the same in Q12.19 as it is summed.</summary>
    /// <param name="difference">Of the row's maximum to a code, 0 to 255.</param>
    /// <param name="exponential">Q0.31.</param>
    /// <param name="summand">Q12.19.</param>
    public void Set(int difference, int exponential, int summand) => (_exponentials[difference], _summands[difference]) = (exponential, summand);

    /// <inheritdoc/>
    public void Run(ReadOnlySpan<sbyte> input, Span<sbyte> output)
    {
        for (int row = 0; row < rows; row++)
            RunRow(input.Slice(row * columns, columns), output.Slice(row * columns, columns));
    }

    private void RunRow(ReadOnlySpan<sbyte> inputs, Span<sbyte> outputs)
    {
        ReadOnlySpan<int> exponentials = _exponentials.AsSpan(0, Differences), summands = _summands.AsSpan(0, Differences);
        int maximum = sbyte.MinValue, sum = 0;
        foreach (sbyte code in inputs)
            maximum = Math.Max(maximum, code);
        foreach (sbyte code in inputs)
            sum += summands[(byte)(maximum - code)];

        // As in the plain form: sum = (1 + u) * 2^(SumIntegerBits - headroom), and a share is at least 0.
        int headroom = BitOperations.LeadingZeroCount((uint)sum);
        int reciprocal = ReciprocalOnePlus((int)(((uint)sum << headroom) - (1U << 31)));
        int shift = SumIntegerBits - headroom + 31 - OutputBits;
        long half = 1L << (shift - 1);
        for (int at = 0; at < inputs.Length; at++)
        {
            int share = SaturatingRoundingDoublingHighMul(reciprocal, exponentials[(byte)(maximum - inputs[at])]);
            outputs[at] = (sbyte)Math.Min((int)((share + half) >> shift) + sbyte.MinValue, sbyte.MaxValue);
        }
    }
}
