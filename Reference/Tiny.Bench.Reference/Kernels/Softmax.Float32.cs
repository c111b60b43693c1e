namespace Tiny.Bench.Reference.Kernels;

/// <content>The binary32 form.</content>
public sealed partial class Softmax
{
    /// <summary>Computes all rows; comparable with other builds within a tolerance, not to the bit (spec section 14).</summary>
    /// <param name="rows">Independent rows.</param>
    /// <param name="columns">Elements of a row.</param>
    /// <param name="beta">Factor of the input; 1 in most models.</param>
    /// <param name="input">[rows,columns].</param>
    /// <param name="output">[rows,columns].</param>
    public static void Run(int rows, int columns, float beta, ReadOnlySpan<float> input, Span<float> output)
    {
        for (int row = 0; row < rows; row++)
        {
            ReadOnlySpan<float> inputs = input.Slice(row * columns, columns);
            Span<float> outputs = output.Slice(row * columns, columns);
            float maximum = float.MinValue;
            foreach (float value in inputs)
                maximum = Math.Max(maximum, value);

            float sum = 0;
            for (int i = 0; i < inputs.Length; i++)
            {
                outputs[i] = MathF.Exp((inputs[i] - maximum) * beta);
                sum += outputs[i];
            }

            foreach (ref float value in outputs)
                value /= sum;
        }
    }
}
