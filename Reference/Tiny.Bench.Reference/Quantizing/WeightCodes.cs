namespace Tiny.Bench.Reference.Quantizing;

/// <summary>Weights as symmetric codes: zero point 0, one scale per channel or one in all.</summary>
internal sealed class WeightCodes
{
    // A bias takes half of an int32 at most. Source: tflite quantization_utils.cc, AdjustWeightsForBiasScale.
    private const double LargestBiasCode = int.MaxValue / 2d;

    private readonly int _channels;
    private readonly int _inner;

    /// <summary>Lays out the channels of a tensor.</summary>
    /// <param name="shape">Of the weights.</param>
    /// <param name="axis">The axis along which scales differ; null for one scale.</param>
    /// <param name="largestCode">127, or 7 for int4: the codes are -largestCode to largestCode.</param>
    public WeightCodes(Shape shape, int? axis, int largestCode)
    {
        _channels = axis is { } along ? shape[along] : 1;
        _inner = axis is { } after ? shape.Product(after + 1, shape.Rank) : shape.ElementCount;
        LargestCode = largestCode;
    }

    /// <summary>The largest magnitude of a code.</summary>
    public int LargestCode { get; }

    /// <summary>The channel that an element belongs to, by its flat index.</summary>
    public int ChannelOf(int element) => _channels == 1 ? 0 : element / _inner % _channels;

    /// <summary>One scale per channel. At 8 bits the largest weight takes the largest code; at 4 the squared error of the weights is least.</summary>
    /// <param name="weights">Finite.</param>
    /// <param name="bias">One per output channel; empty for none.</param>
    /// <param name="inputScale">The scale of a bias is this times the weights'.</param>
    /// <param name="limitBias">Whether the bias is an int32.</param>
    public float[] Scales(ReadOnlySpan<float> weights, ReadOnlySpan<float> bias, float inputScale, bool limitBias)
    {
        var largest = new float[_channels];
        for (int index = 0; index < weights.Length; index++)
        {
            int channel = ChannelOf(index);
            largest[channel] = Math.Max(largest[channel], Math.Abs(weights[index]));
        }

        float[] scales = Array.ConvertAll(largest, value => value / LargestCode);
        if (LargestCode < sbyte.MaxValue)
            Narrow(scales, weights);
        return Widen(scales, bias, inputScale, limitBias);
    }

    /// <summary>The codes, to nearest with ties away from zero.</summary>
    public sbyte[] Codes(ReadOnlySpan<float> weights, ReadOnlySpan<float> scales)
    {
        var codes = new sbyte[weights.Length];
        for (int index = 0; index < codes.Length; index++)
        {
            double code = Math.Round(weights[index] / (double)scales[ChannelOf(index)], MidpointRounding.AwayFromZero);
            codes[index] = (sbyte)Math.Clamp(code, -LargestCode, LargestCode);
        }

        return codes;
    }

    /// <summary>The codes of a bias: to nearest with ties away from zero, scale of the input times scale of the channel's weights.</summary>
    /// <remarks>Source: tflite quantization_utils.cc, SymmetricPerChannelBiasQuantize.</remarks>
    public static long[] BiasCodes(ReadOnlySpan<float> bias, ReadOnlySpan<float> scales)
    {
        var codes = new long[bias.Length];
        for (int index = 0; index < codes.Length; index++)
            codes[index] = (long)Math.Round(bias[index] / (double)scales[scales.Length == 1 ? 0 : index], MidpointRounding.AwayFromZero);
        return codes;
    }

    // With 15 codes a few large weights cost all others their digits: cutting them off may be the smaller loss.
    private void Narrow(float[] scales, ReadOnlySpan<float> weights)
    {
        const int Steps = 50;
        float[] whole = [.. scales];
        var least = new double[scales.Length];
        Array.Fill(least, double.PositiveInfinity);
        for (int step = 0; step < Steps; step++)
        {
            float[] tried = Array.ConvertAll(whole, scale => scale * (1 - (step / (float)(2 * Steps))));
            double[] errors = SquaredErrors(weights, tried);
            for (int channel = 0; channel < scales.Length; channel++)
            {
                if (errors[channel] < least[channel])
                    (least[channel], scales[channel]) = (errors[channel], tried[channel]);
            }
        }
    }

    private double[] SquaredErrors(ReadOnlySpan<float> weights, float[] scales)
    {
        var errors = new double[scales.Length];
        for (int index = 0; index < weights.Length; index++)
        {
            int channel = ChannelOf(index);
            double scale = scales[channel];
            if (scale == 0)
                continue;
            double code = Math.Clamp(Math.Round(weights[index] / scale, MidpointRounding.AwayFromZero), -LargestCode, LargestCode);
            double error = weights[index] - (code * scale);
            errors[channel] += error * error;
        }

        return errors;
    }

    // Channels without weights keep a scale of their own that the kernels can divide by; it scales nothing but zeros.
    private static float[] Widen(float[] scales, ReadOnlySpan<float> bias, float inputScale, bool limitBias)
    {
        for (int index = 0; limitBias && index < bias.Length; index++)
        {
            ref float scale = ref scales[scales.Length == 1 ? 0 : index];
            double least = Math.Abs((double)bias[index]) / (LargestBiasCode * inputScale);
            if (least > scale)
                scale = (float)least;
        }

        for (int index = 0; index < scales.Length; index++)
        {
            float smallest = AffineCodes.SmallestScale / Math.Min(inputScale, 1);
            scales[index] = scales[index] == 0 ? 1 : Math.Max(scales[index], smallest);
        }

        return scales;
    }
}
