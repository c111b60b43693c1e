namespace Tiny.Bench.Reference.Kernels;

/// <content>The int8 form that goes through binary32 and cuts.</content>
public sealed partial class Softmax
{
    /// <summary>Computes all rows as <c>floor(256 p) - 128</c>, at most 127, with p the binary32 softmax.</summary>
    /// <param name="rows">Independent rows.</param>
    /// <param name="columns">Elements of a row; up to 4095.</param>
    /// <param name="factor">Real value of one step of the input's codes, times beta.</param>
    /// <param name="input">[rows,columns].</param>
    /// <param name="output">[rows,columns]; scale 1/256, zero point -128.</param>
    /// <remarks>
    /// Every step is rounded to binary32: <c>(x - maximum) * factor</c>, its exponential (of the nearest binary64 value, so that machines
    /// agree), their sum in order, the quotient; 256 times that is exact. Source: spec section 15, seen on boards of Bosch in round v1.2.
    /// </remarks>
    public static void RunTruncating(int rows, int columns, float factor, ReadOnlySpan<sbyte> input, Span<sbyte> output)
    {
        for (int row = 0; row < rows; row++)
        {
            ReadOnlySpan<sbyte> inputs = input.Slice(row * columns, columns);
            Span<sbyte> outputs = output.Slice(row * columns, columns);
            int maximum = sbyte.MinValue;
            foreach (sbyte code in inputs)
                maximum = Math.Max(maximum, code);

            float sum = 0;
            foreach (sbyte code in inputs)
                sum += ExpOf(code - maximum, factor);

            for (int i = 0; i < inputs.Length; i++)
            {
                float probability = ExpOf(inputs[i] - maximum, factor) / sum;
                outputs[i] = (sbyte)Math.Min((int)MathF.Floor(probability * 256) + sbyte.MinValue, sbyte.MaxValue);
            }
        }
    }

    private static float ExpOf(int difference, float factor) => (float)Math.Exp(difference * factor);
}
