using Tiny.Bench.Reference.Kernels;
using Tiny.Bench.Reference.Plans;
using Tiny.Bench.Reference.Plans.Operators;

namespace Tiny.Bench.Reference.Vectors.Cutting;

/// <summary>Cuts convolutions and poolings: image, output channels, input channels, window.</summary>
internal sealed class WindowCuts : ICaseCuts
{
    public int Steps => 5;

    public IEnumerable<LoweredCase> Smaller(LoweredCase lowered, int step, int element)
    {
        WindowGeometry window = WindowOf(lowered.Parameters);
        OutputPlace place = OutputPlace.Of(window, element);
        return step switch
        {
            0 => Images(lowered, window, place),
            1 => OutputChannels(lowered, window, place.Channel),
            2 => InputChannels(lowered),
            3 => CutRange.Halves(window.FilterHeight).Select(rows => Taps(lowered, window, rows, Cropping.All(window.FilterWidth))).OfType<LoweredCase>(),
            _ => CutRange.Halves(window.FilterWidth).Select(columns => Taps(lowered, window, Cropping.All(window.FilterHeight), columns)).OfType<LoweredCase>(),
        };
    }

    private static WindowGeometry WindowOf(PlanParameters parameters) => parameters switch
    {
        Conv2DParameters conv => conv.Window,
        DepthwiseConv2DParameters depthwise => depthwise.Window,
        Pool2DParameters pool => pool.Window,
        _ => throw new ArgumentException($"{parameters.Code} has no window.", nameof(parameters)),
    };

    // To the receptive field of the element; where the fault needs its surroundings, along one axis only, or only to its batch.
    private static IEnumerable<LoweredCase> Images(LoweredCase lowered, WindowGeometry window, OutputPlace place)
    {
        Axis rows = Rows(window), columns = Columns(window);
        foreach ((Axis? height, Axis? width) in new[] { (rows.At(place.Row), columns.At(place.Column)), (rows.At(place.Row), columns), (rows, columns.At(place.Column)), (rows, columns) })
        {
            if (height is not { } y || width is not { } x || (y == rows && x == columns && window.Batches == 1))
                continue;
            WindowGeometry cut = window with
            {
                Batches = 1,
                InputHeight = y.Input.Count, OutputHeight = y.Outputs, PadTop = y.Padding,
                InputWidth = x.Input.Count, OutputWidth = x.Outputs, PadLeft = x.Padding,
            };
            yield return Replace(lowered, cut, Crop(lowered, window, new CutRange(place.Batch, 1), y.Input, x.Input, Cropping.All(window.InputChannels)));
        }
    }

    private static IEnumerable<LoweredCase> OutputChannels(LoweredCase lowered, WindowGeometry window, int channel)
    {
        foreach (CutRange kept in CutRange.Around(channel, window.OutputChannels))
        {
            if (InputsOf(lowered.Parameters, window, kept) is not { } inputs)
                continue;
            WindowGeometry cut = window with { InputChannels = inputs.Count, OutputChannels = kept.Count };
            sbyte[] input = Crop(lowered, window, Cropping.All(window.Batches), Cropping.All(window.InputHeight), Cropping.All(window.InputWidth), inputs);
            LoweredCase smaller = Replace(lowered, cut, input);
            yield return smaller with
            {
                Parameters = SliceCodes(smaller.Parameters, kept),
                Weights = lowered.Weights is null ? null : SliceFilters(lowered.Parameters, lowered.Weights, window, kept),
                Bias = lowered.Bias?[kept.First..(kept.First + kept.Count)],
            };
        }
    }

    // What the kept output channels read; null where they are not a whole number of groups or filters.
    private static CutRange? InputsOf(PlanParameters parameters, WindowGeometry window, CutRange outputs)
    {
        int outputsPerGroup = parameters is Conv2DParameters conv
            ? window.OutputChannels / (window.InputChannels / conv.FilterChannels)
            : window.OutputChannels / window.InputChannels;
        int inputsPerGroup = parameters is Conv2DParameters { FilterChannels: var channels } ? channels : 1;
        int group = outputs.First / outputsPerGroup;
        if (group == (outputs.First + outputs.Count - 1) / outputsPerGroup)
            return new CutRange(group * inputsPerGroup, inputsPerGroup);
        return outputsPerGroup == 1 ? new CutRange(group * inputsPerGroup, outputs.Count * inputsPerGroup) : null;
    }

    private static IEnumerable<LoweredCase> InputChannels(LoweredCase lowered)
    {
        if (lowered.Parameters is not Conv2DParameters conv || conv.FilterChannels != conv.Window.InputChannels)
            yield break;
        WindowGeometry window = conv.Window;
        int[] filter = [window.OutputChannels, window.FilterHeight, window.FilterWidth, conv.FilterChannels];
        foreach (CutRange kept in CutRange.Halves(conv.FilterChannels))
        {
            sbyte[] input = Crop(lowered, window, Cropping.All(window.Batches), Cropping.All(window.InputHeight), Cropping.All(window.InputWidth), kept);
            LoweredCase smaller = Replace(lowered, window with { InputChannels = kept.Count }, input);
            yield return smaller with
            {
                Parameters = (Conv2DParameters)smaller.Parameters with { FilterChannels = kept.Count },
                Weights = Cropping.Crop(lowered.Weights, filter, [Cropping.All(filter[0]), Cropping.All(filter[1]), Cropping.All(filter[2]), kept]),
            };
        }
    }

    // Of a single output only: there the image is the window's, and shrinks with it.
    private static LoweredCase? Taps(LoweredCase lowered, WindowGeometry window, CutRange rows, CutRange columns)
    {
        if (window is not { OutputHeight: 1, OutputWidth: 1 })
            return null;
        WindowGeometry moved = window with
        {
            FilterHeight = rows.Count, PadTop = window.PadTop - (rows.First * window.DilationHeight),
            FilterWidth = columns.Count, PadLeft = window.PadLeft - (columns.First * window.DilationWidth),
        };
        if (Rows(moved).At(0) is not { } y || Columns(moved).At(0) is not { } x)
            return null;
        WindowGeometry cut = moved with { InputHeight = y.Input.Count, PadTop = y.Padding, InputWidth = x.Input.Count, PadLeft = x.Padding };
        LoweredCase smaller = Replace(
            lowered, cut, Crop(lowered, window, Cropping.All(window.Batches), y.Input, x.Input, Cropping.All(window.InputChannels)));
        if (lowered.Weights is null)
            return smaller;
        bool isDepthwise = lowered.Parameters is DepthwiseConv2DParameters;
        int outer = isDepthwise ? 1 : window.OutputChannels, inner = lowered.Weights.Length / (outer * window.FilterHeight * window.FilterWidth);
        return smaller with
        {
            Weights = Cropping.Crop(
                lowered.Weights, [outer, window.FilterHeight, window.FilterWidth, inner], [Cropping.All(outer), rows, columns, Cropping.All(inner)]),
        };
    }

    private static sbyte[] SliceFilters(PlanParameters parameters, sbyte[] weights, WindowGeometry window, CutRange outputs)
    {
        CutRange all = Cropping.All(1);
        if (parameters is DepthwiseConv2DParameters)
        {
            return Cropping.Crop(
                weights, [1, 1, window.FilterHeight * window.FilterWidth, window.OutputChannels], [all, all, Cropping.All(window.FilterHeight * window.FilterWidth), outputs]);
        }

        int size = weights.Length / window.OutputChannels;
        return weights[(outputs.First * size)..((outputs.First + outputs.Count) * size)];
    }

    private static PlanParameters SliceCodes(PlanParameters parameters, CutRange outputs)
    {
        return parameters switch
        {
            Conv2DParameters conv => conv with { Codes = Slice(conv.Codes) },
            DepthwiseConv2DParameters depthwise => depthwise with { Codes = Slice(depthwise.Codes) },
            _ => parameters,
        };

        Requantization Slice(Requantization codes) => codes with { Multipliers = codes.Multipliers[outputs.First..(outputs.First + outputs.Count)] };
    }

    private static sbyte[] Crop(LoweredCase lowered, WindowGeometry window, CutRange batches, CutRange rows, CutRange columns, CutRange channels) =>
        Cropping.Crop(
            lowered.Inputs[0].Read<sbyte>(),
            [window.Batches, window.InputHeight, window.InputWidth, window.InputChannels],
            [batches, rows, columns, channels]);

    private static LoweredCase Replace(LoweredCase lowered, WindowGeometry window, sbyte[] input) => lowered with
    {
        Parameters = lowered.Parameters switch
        {
            Conv2DParameters conv => conv with { Window = window },
            DepthwiseConv2DParameters depthwise => depthwise with { Window = window },
            var pool => (Pool2DParameters)pool with { Window = window },
        },
        Inputs = [VectorTensor.Of("cut-out", new Shape(window.Batches, window.InputHeight, window.InputWidth, window.InputChannels), input)],
    };

    private static Axis Rows(WindowGeometry window) => new(
        Cropping.All(window.InputHeight), window.OutputHeight, window.PadTop, window.FilterHeight, window.StrideHeight, window.DilationHeight);

    private static Axis Columns(WindowGeometry window) => new(
        Cropping.All(window.InputWidth), window.OutputWidth, window.PadLeft, window.FilterWidth, window.StrideWidth, window.DilationWidth);

    // One axis of an image under its windows.
    private readonly record struct Axis(CutRange Input, int Outputs, int Padding, int Taps, int Stride, int Dilation)
    {
        // The part under one window; null where that lies beside the image.
        public Axis? At(int output)
        {
            int start = (output * Stride) - Padding;
            int first = Math.Max(start, 0), end = Math.Min(start + ((Taps - 1) * Dilation) + 1, Input.Count);
            return first < end ? this with { Input = new CutRange(first, end - first), Outputs = 1, Padding = first - start } : null;
        }
    }
}
