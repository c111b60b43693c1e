using Tiny.Bench.Reference.Execution;
using Tiny.Bench.Reference.Kernels;
using Tiny.Bench.Reference.Models;
using Tiny.Bench.Reference.Plans;
using Tiny.Bench.Reference.Plans.Operators;

namespace Tiny.Bench.Reference.Exhaustive;

/// <summary>Every place of a model where int8 codes are requantized.</summary>
public static class ModelRequantizations
{
    /// <summary>Prepares the model as for a run, and takes the factors from there.</summary>
    /// <exception cref="ModelFormatException">The model contradicts itself; or an operator requantizes in a way that is not known here, such as MEAN.</exception>
    /// <exception cref="UnsupportedOperatorException">An operator has no kernel.</exception>
    public static IReadOnlyList<RequantizingOperator> Of(TfliteModel model)
    {
        var interpreter = new Interpreter(model);
        var found = new List<RequantizingOperator>();
        foreach (PlannedOperator planned in interpreter.Operators)
        {
            if (Of(model, planned) is { } requantizing)
                found.Add(requantizing);
        }

        return found;
    }

    private static RequantizingOperator? Of(TfliteModel model, PlannedOperator planned)
    {
        ModelOperator source = planned.Model;
        return planned.Kernel.Parameters switch
        {
            Conv2DParameters conv => new(source, Sites(model, source, conv.Codes, channelIsLast: false), Sum: null),
            DepthwiseConv2DParameters depthwise => new(source, Sites(model, source, depthwise.Codes, channelIsLast: true), Sum: null),
            FullyConnectedParameters connected => new(source, Sites(model, source, connected.Codes, channelIsLast: false), Sum: null),
            AddParameters add => new(source, [], add.Codes),
            MulParameters => throw Unknown(),
            PlanParameters => null,
            null when source.Code is BuiltinOperator.Transpose or BuiltinOperator.Concatenation or BuiltinOperator.Pad or BuiltinOperator.Pack
                or BuiltinOperator.Split or BuiltinOperator.StridedSlice => null,
            null when planned.Outputs[0].Type == TensorType.Float32 => null,
            _ => throw Unknown(),
        };

        ModelFormatException Unknown() =>
            new($"{model.Source}, operator {source.Index} ({source.Name})", "requantizes in a way that has no certificate; expected a convolution, FULLY_CONNECTED or ADD");
    }

    private static RequantizationSite[] Sites(TfliteModel model, ModelOperator source, Requantization codes, bool channelIsLast)
    {
        sbyte[] weights = Weights(model.Main.Tensors[source.Inputs[1]]);
        int channels = codes.Multipliers.Length, taps = weights.Length / channels;
        ReadOnlySpan<int> bias = source.Inputs.Count > 2 && source.Inputs[2] >= 0 && model.Main.Tensors[source.Inputs[2]].Data is { } data
            ? System.Runtime.InteropServices.MemoryMarshal.Cast<byte, int>(data.Span)
            : default;
        var clamp = new OutputClamp(codes.OutputZeroPoint, codes.ActivationMinimum, codes.ActivationMaximum);
        var sites = new RequantizationSite[channels];
        for (int channel = 0; channel < channels; channel++)
        {
            (int start, int stride) = channelIsLast ? (channel, channels) : (channel * taps, 1);
            long first = bias.IsEmpty ? 0 : bias[channel], last = first;
            for (int tap = 0; tap < taps; tap++)
            {
                int weight = weights[start + (tap * stride)] - codes.FilterZeroPoint;
                int one = weight * (sbyte.MinValue - codes.InputZeroPoint), other = weight * (sbyte.MaxValue - codes.InputZeroPoint);
                first += Math.Min(one, other);
                last += Math.Max(one, other);
            }

            sites[channel] = new RequantizationSite(channel, codes.Multipliers[channel], clamp, Held(first, last));
        }

        return sites;
    }

    // A sum that leaves int32 wraps, and then any accumulator may occur. Padding adds 0, which lies inside every product's range.
    private static AccumulatorRange Held(long first, long last) =>
        first < int.MinValue || last > int.MaxValue ? AccumulatorRange.All : new AccumulatorRange((int)first, (int)last);

    private static sbyte[] Weights(ModelTensor filter)
    {
        ReadOnlySpan<byte> content = filter.Data!.Value.Span;
        if (filter.Type != TensorType.Int4)
            return System.Runtime.InteropServices.MemoryMarshal.Cast<byte, sbyte>(content).ToArray();
        var unpacked = new sbyte[filter.Shape.ElementCount];
        Int4.Unpack(content, unpacked);
        return unpacked;
    }
}
