namespace Tiny.Bench.Reference.Arithmetic;

/// <summary>The real factors of a kernel from the binary32 scales of a model: what is rounded to binary32, and what is not.</summary>
/// <remarks>
/// A product or quotient that TFLM computes in <c>float</c> has 24 bits, and its multiplier of 31 bits shows it: computed in
/// <c>double</c> instead, outputs move by one code now and then. Source: spec section 2; the function named at each factor.
/// </remarks>
internal static class ScaleFactors
{
    /// <summary>Convolutions, and per-channel FULLY_CONNECTED: binary64 in this order (kernel_util.cc, PopulateConvolutionQuantizationParams).</summary>
    public static double PerChannel(float input, float weight, float output) => (double)input * (double)weight / (double)output;

    /// <summary>
    /// Per-tensor FULLY_CONNECTED, BATCH_MATMUL: the product is rounded to binary32 before the division
    /// (kernel_util.cc, GetQuantizedConvolutionMultipler).
    /// </summary>
    public static double PerTensor(float input, float weight, float output) => (double)(float)(input * weight) / (double)output;

    /// <summary>MUL (mul_common.cc, CalculateOpDataMul).</summary>
    public static double Product(float input1, float input2, float output) => (double)input1 * (double)input2 / (double)output;

    /// <summary>MEAN, SUM, and QUANTIZE between codes: binary64 (reduce_common.cc, PrepareMeanOrSumHelper).</summary>
    public static double Quotient(float input, float output) => (double)input / (double)output;

    /// <summary>RELU, and LEAKY_RELU from zero up: binary32 (activations_common.cc, CalculateReluOpData).</summary>
    public static double ShortQuotient(float input, float output) => (float)(input / output);

    /// <summary>LEAKY_RELU below zero, and both factors of SVDF: binary32 at both steps (leaky_relu_common.cc, CalculateOpDataLeakyRelu).</summary>
    public static double ShortProduct(float first, float second, float output) => (float)((float)(first * second) / output);

    /// <summary>ADD: binary64 (add_common.cc, CalculateOpDataAdd).</summary>
    public static (double Input1, double Input2, double Output) Sum(float input1, float input2, float output, int leftShift)
    {
        double common = 2 * (double)MathF.Max(input1, input2);
        return (input1 / common, input2 / common, common / ((1 << leftShift) * (double)output));
    }

    /// <summary>SUB: as ADD, but binary32 throughout (sub_common.cc, CalculateOpDataSub).</summary>
    public static (double Input1, double Input2, double Output) Difference(float input1, float input2, float output, int leftShift)
    {
        float common = (float)(2 * MathF.Max(input1, input2));
        float steps = (float)((1 << leftShift) * output);
        return ((float)(input1 / common), (float)(input2 / common), (float)(common / steps));
    }

    /// <summary>HARD_SWISH: binary32, from 128 steps to an input code (hard_swish_common.cc, HardSwishPrepare).</summary>
    public static (double ToOutput, double ToRelu) HardSwish(float input, float output)
    {
        const float steps = 1f / 128;
        const float reluUnit = 3f / 32768;
        float step = (float)(steps * input);
        return ((float)(step / output), (float)(step / reluUnit));
    }
}
