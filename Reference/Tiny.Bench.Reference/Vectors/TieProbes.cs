using System.Text.Json;
using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Kernels;

namespace Tiny.Bench.Reference.Vectors;

/// <summary>A few single operators whose outputs tell every rule from every other.</summary>
/// <remarks>
/// Real nets seldom meet a tie: kws01 needs hundreds of inputs where these need five. The sums are chosen, by way of the bias, to lie on
/// ties, just beside them, and beyond the 24 bits of binary32; the logits, to share out with a rest that rounds up.
/// </remarks>
public static class TieProbes
{
    /// <summary>Elements of every probe's output.</summary>
    public const int OutputCount = 16;

    private const int Half = 1 << 30;
    private static readonly QuantizedMultiplier Quarter = new(Half, -1);
    private static readonly Dictionary<string, string> NoTypes = [];

    /// <summary>The probes, which expect what the reference gives. Every one has a form in a plan.</summary>
    public static IReadOnlyList<VectorCase> Cases { get; } =
    [
        FullyConnected("probe/quarters", [.. new[] { 5, -6, 2, 6, -2, 10, -10, 1, -1, 3, -3, 7, -7, 14, -14, 9 }.Select(sum => (sum, Quarter))]),
        Window("probe/ties", "conv2d", [.. Enumerable.Range(0, OutputCount).Select(Tie)], filter => [OutputCount, 1, 1, filter]),
        Window("probe/large-sums", "depthwise_conv2d", [.. Enumerable.Range(0, OutputCount).Select(LargeSum)], filter => [1, 1, 1, filter]),
        SoftmaxRow("probe/equal-logits", 0.125, [.. Enumerable.Range(0, OutputCount).Select(index => (sbyte)(index % 3 == 0 ? 20 : -128))]),
        SoftmaxRow("probe/falling-logits", 0.0625, [.. Enumerable.Range(0, OutputCount).Select(index => (sbyte)(40 - (7 * index)))]),
    ];

    /// <summary>What one rule gives for a probe.</summary>
    public static sbyte[] Answer(VectorCase probe, ArithmeticRule rule)
    {
        if (probe.Operation != "softmax" || rule.Softmax == SoftmaxRule.FixedPoint)
            return (sbyte[])new VectorRunner(rule.Dialect).Compute(probe);
        var output = new sbyte[OutputCount];
        Softmax.RunTruncating(1, OutputCount, (float)probe.Parameters.Real("input_scale", double.NaN), probe.Tensor("input").Read<sbyte>(), output);
        return output;
    }

    // Factors 2^-2 to 2^-5. Of the four sums with one factor two are ties, two lie one below: halved first, those round up to ties.
    private static (int Sum, QuantizedMultiplier Factor) Tie(int channel)
    {
        int bits = 2 + (channel / 4);
        int tie = ((2 * bits) + 1) << (bits - 1);
        int sum = (channel % 2 == 0 ? tie : -tie) - (channel % 4 / 2);
        return (sum, new QuantizedMultiplier(Half, 1 - bits));
    }

    // The largest sum whose product stays below a tie, or its negative; some 2^26, with factors of some 2^-20.
    private static (int Sum, QuantizedMultiplier Factor) LargeSum(int channel)
    {
        const int TotalShift = 50;
        int multiplier = Half + (channel * 61_356_675);
        long tie = ((4 * channel) + 41L) << (TotalShift - 1);
        int sum = (int)((tie - 1) / multiplier);
        return (channel % 2 == 0 ? sum : -sum, new QuantizedMultiplier(multiplier, 31 - TotalShift));
    }

    private static VectorCase FullyConnected(string id, (int Sum, QuantizedMultiplier Factor)[] channels) =>
        Sums(id, "fully_connected", channels, [1, 1], [OutputCount, 1], [1, OutputCount], new Dictionary<string, object>(StringComparer.Ordinal));

    // One position: a window of 1x1 over 1x1.
    private static VectorCase Window(string id, string operation, (int Sum, QuantizedMultiplier Factor)[] channels, Func<int, int[]> filter)
    {
        bool isDepthwise = operation == "depthwise_conv2d";
        int inputs = isDepthwise ? OutputCount : 1;
        return Sums(id, operation, channels, [1, 1, 1, inputs], filter(inputs), [1, 1, 1, OutputCount], new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["padding"] = new { top = 0, left = 0 },
        });
    }

    private static VectorCase Sums(
        string id,
        string operation,
        (int Sum, QuantizedMultiplier Factor)[] channels,
        int[] input,
        int[] filter,
        int[] output,
        Dictionary<string, object> parameters)
    {
        // Every sum is one product and its bias.
        const sbyte Code = 3;
        sbyte[] weights = [.. Enumerable.Range(0, OutputCount).Select(channel => (sbyte)((channel % 7) - 3))];
        int[] bias = [.. channels.Select((channel, index) => channel.Sum - (Code * weights[index]))];
        parameters["requant"] = new
        {
            multiplier = channels.Select(channel => channel.Factor.Multiplier),
            shift = channels.Select(channel => channel.Factor.Shift),
        };
        return Case(id, operation, parameters, output, new Dictionary<string, VectorTensor>(StringComparer.Ordinal)
        {
            ["input"] = Tensor(id, input, [.. Enumerable.Repeat(Code, new Shape(input).ElementCount)]),
            ["weights"] = Tensor(id, filter, weights),
            ["bias"] = VectorTensor.Of(id, new Shape(OutputCount), bias),
        });
    }

    private static VectorCase SoftmaxRow(string id, double scale, sbyte[] logits)
    {
        SoftmaxCodes codes = SoftmaxCodes.FromScale(scale, beta: 1);
        var parameters = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["input_scale"] = scale,
            ["input_multiplier"] = codes.InputMultiplier.Multiplier,
            ["input_left_shift"] = codes.InputMultiplier.Shift,
            ["diff_min"] = codes.DiffMin,
        };
        int[] row = [1, OutputCount];
        return Case(id, "softmax", parameters, row, new Dictionary<string, VectorTensor>(StringComparer.Ordinal) { ["input"] = Tensor(id, row, logits) });
    }

    private static VectorCase Case(string id, string operation, Dictionary<string, object> parameters, int[] output, Dictionary<string, VectorTensor> tensors)
    {
        var read = new VectorParameters(id, JsonSerializer.SerializeToElement(parameters));
        VectorCase unanswered = With(Tensor(id, output, new sbyte[OutputCount]));
        return With(Tensor(id, output, Answer(unanswered, default)));

        VectorCase With(VectorTensor answer) => new(
            id, operation, "tells dialects apart", read, new Dictionary<string, VectorTensor>(tensors, StringComparer.Ordinal) { ["output"] = answer }, NoTypes);
    }

    private static VectorTensor Tensor(string id, int[] shape, sbyte[] codes) => VectorTensor.Of(id, new Shape(shape), codes);
}
