namespace Tiny.Bench.Reference.Kernels;

/// <content>The binary32 form: sums in binary32, element by element, bias last.</content>
public sealed partial class FullyConnected
{
    /// <summary>Computes all outputs; comparable with other builds within a tolerance, not to the bit (spec section 14).</summary>
    /// <param name="batches">Rows of the input.</param>
    /// <param name="depth">Elements of a row.</param>
    /// <param name="units">Elements of a row of the output.</param>
    /// <param name="range">The clamp of the fused activation.</param>
    /// <param name="input">[batches,depth].</param>
    /// <param name="filter">[units,depth].</param>
    /// <param name="bias">[units], or empty for none.</param>
    /// <param name="output">[batches,units].</param>
    public static void Run(
        int batches,
        int depth,
        int units,
        (float Minimum, float Maximum) range,
        ReadOnlySpan<float> input,
        ReadOnlySpan<float> filter,
        ReadOnlySpan<float> bias,
        Span<float> output)
    {
        int at = 0;
        for (int batch = 0; batch < batches; batch++)
        for (int unit = 0; unit < units; unit++)
        {
            ReadOnlySpan<float> inputs = input.Slice(batch * depth, depth);
            ReadOnlySpan<float> weights = filter.Slice(unit * depth, depth);
            float sum = 0;
            for (int c = 0; c < depth; c++)
                sum += inputs[c] * weights[c];
            sum += bias.IsEmpty ? 0 : bias[unit];
            output[at++] = Math.Clamp(sum, range.Minimum, range.Maximum);
        }
    }
}
