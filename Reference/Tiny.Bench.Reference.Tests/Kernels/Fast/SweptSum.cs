using System.Runtime.InteropServices;
using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Kernels.Fast;

/// <summary>A random convolution, depthwise convolution or FULLY_CONNECTED: shapes around every vector width, codes and factors to their ends.</summary>
internal sealed class SweptSum
{
    private static readonly int[] Channels = [1, 2, 3, 4, 5, 7, 8, 9, 12, 15, 16, 17, 20, 31, 32, 33, 40, 47, 48, 63, 64, 65, 80];
    private static readonly int[] ZeroPoints = [-128, -127, -1, 0, 1, 126, 127];

    private readonly SplitMix64 _random;
    private readonly string _kind;
    private readonly WindowGeometry _window;
    private readonly Requantization _codes;
    private readonly sbyte[] _input;
    private readonly sbyte[] _filter;
    private readonly int[] _bias;

    /// <summary>The shape of a seed.</summary>
    public SweptSum(ulong seed)
    {
        _random = new SplitMix64(seed);
        _kind = Any("conv", "conv", "depthwise", "depthwise", "fully_connected");
        Dialect = Any([.. Dialects.All]);
        int filterElements;
        (_window, filterElements) = _kind switch
        {
            "conv" => Convolution(),
            "depthwise" => Depthwise(),
            _ => Rows(),
        };
        _input = Codes(_window.InputCount);
        _filter = Codes(filterElements);
        _bias = _random.Below(4) == 0 ? [] : [.. Enumerable.Range(0, _window.OutputChannels).Select(_ => _random.Below(5) == 0 ? (int)_random.Next() : _random.Below(1 << 16) - (1 << 15))];
        _codes = Requantization();
    }

    /// <summary>The rounding.</summary>
    public Dialect Dialect { get; }

    /// <summary>The output of the plain kernel.</summary>
    public sbyte[] Plain<TRounding>()
        where TRounding : struct, IRounding
    {
        var output = new sbyte[_window.OutputCount];
        if (_kind == "conv")
            Conv2D.Run<sbyte, int, TRounding>(_window, _codes, _input, _filter, _bias, output);
        else if (_kind == "depthwise")
            DepthwiseConv2D.Run<sbyte, int, TRounding>(_window, _codes, _input, _filter, _bias, output);
        else
            FullyConnected.Run<sbyte, int, TRounding>(_window.Batches, _window.InputChannels, _window.OutputChannels, _codes, _input, _filter, _bias, output);
        return output;
    }

    /// <summary>The output of the fast kernel, with its name; the second of two runs, as scratch memory is used again.</summary>
    public (string Name, sbyte[] Output)? Fast<TRounding>()
        where TRounding : struct, IRounding
    {
        var memory = new HostMemory(1L << 30);
        IFastKernel<sbyte>? kernel = _kind switch
        {
            "conv" => Conv2D.TryPack<TRounding>(_window, _codes, _filter, _bias, memory),
            "depthwise" => DepthwiseConv2D.TryPack<TRounding>(_window, _codes, _filter, _bias, memory),
            _ => FullyConnected.TryPack<TRounding>(_window.Batches, _window.InputChannels, _window.OutputChannels, _codes, _filter, _bias, memory),
        };
        if (kernel is null)
            return null;
        var output = new sbyte[_window.OutputCount];
        kernel.Run(Codes(_input.Length), output);
        kernel.Run(_input, output);
        return (kernel.Name, output);
    }

    /// <inheritdoc/>
    public override string ToString() => $"{_kind} in {Dialect.Name()}: {_window}, weights less {_codes.FilterZeroPoint}";

    private (WindowGeometry Window, int FilterElements) Convolution()
    {
        int groups = _random.Below(5) == 0 ? 1 + _random.Below(3) : 1;
        int depth = Any(Channels), outputs = Any(Channels);
        WindowGeometry window = Window(depth * groups, outputs * groups);
        return (window, window.OutputChannels * window.FilterHeight * window.FilterWidth * depth);
    }

    private (WindowGeometry Window, int FilterElements) Depthwise()
    {
        int channels = Any(Channels), multiplier = _random.Below(4) == 0 ? 1 + _random.Below(3) : 1;
        WindowGeometry window = Window(channels, channels * multiplier);
        return (window, window.OutputChannels * window.FilterHeight * window.FilterWidth);
    }

    private (WindowGeometry Window, int FilterElements) Rows()
    {
        var window = new WindowGeometry
        {
            Batches = 1 + (_random.Below(2) * _random.Below(9)),
            InputHeight = 1,
            InputWidth = 1,
            InputChannels = 1 + _random.Below(140),
            OutputHeight = 1,
            OutputWidth = 1,
            OutputChannels = Any(Channels) + (_random.Below(2) * 64),
            FilterHeight = 1,
            FilterWidth = 1,
        };
        return (window, window.InputChannels * window.OutputChannels);
    }

    // The output may see more or less of the image than SAME or VALID padding would.
    private WindowGeometry Window(int inputChannels, int outputChannels)
    {
        bool isPoint = _random.Below(3) == 0, is3X3 = _random.Below(2) == 0;
        int height = isPoint ? 1 : is3X3 ? 3 : 1 + _random.Below(4), width = isPoint ? 1 : is3X3 ? 3 : 1 + _random.Below(4);
        bool isPadded = _random.Below(2) == 0;
        int stride = 1 + (_random.Below(2) * _random.Below(3)), dilation = 1 + (_random.Below(4) == 0 ? _random.Below(2) : 0);
        int outputHeight = 1 + _random.Below(6), outputWidth = 1 + _random.Below(9);
        int padTop = isPadded ? _random.Below(height + 1) : 0, padLeft = isPadded ? _random.Below(width + 1) : 0;
        int missing = isPadded ? _random.Below(3) : 0;
        return new WindowGeometry
        {
            Batches = _random.Below(5) == 0 ? 2 : 1,
            InputHeight = Math.Max(1, ((outputHeight - 1) * stride) + ((height - 1) * dilation) + 1 - padTop - missing),
            InputWidth = Math.Max(1, ((outputWidth - 1) * stride) + ((width - 1) * dilation) + 1 - padLeft - missing),
            InputChannels = inputChannels,
            OutputHeight = outputHeight,
            OutputWidth = outputWidth,
            OutputChannels = outputChannels,
            FilterHeight = height,
            FilterWidth = width,
            StrideHeight = stride,
            StrideWidth = stride,
            DilationHeight = dilation,
            DilationWidth = dilation,
            PadTop = padTop,
            PadLeft = padLeft,
        };
    }

    private Requantization Requantization()
    {
        bool isExtreme = _random.Below(4) == 0;
        int minimum = _random.Below(3) == 0 ? _random.Below(100) - 128 : -128;
        return new Requantization
        {
            InputZeroPoint = Any(ZeroPoints),
            FilterZeroPoint = _random.Below(8) == 0 ? 1 + _random.Below(3) : 0,
            OutputZeroPoint = Any(ZeroPoints),
            Multipliers = [.. Enumerable.Range(0, _window.OutputChannels).Select(_ => Factor(isExtreme))],
            ActivationMinimum = minimum,
            ActivationMaximum = _random.Below(3) == 0 ? minimum + _random.Below(127 - minimum) : 127,
        };
    }

    private QuantizedMultiplier Factor(bool isExtreme)
    {
        int multiplier = (1 << 30) + _random.Below(1 << 30);
        if (!isExtreme)
            return new QuantizedMultiplier(multiplier, -4 - _random.Below(7));
        return _random.Below(6) == 0 ? default : new QuantizedMultiplier(Any(multiplier, 1 << 30, int.MaxValue), _random.Below(62) - 31);
    }

    private sbyte[] Codes(int count)
    {
        var codes = new sbyte[count];
        if (_random.Below(6) == 0)
            Array.Fill(codes, Any(sbyte.MinValue, sbyte.MaxValue));
        else
            _random.Fill(MemoryMarshal.AsBytes(codes.AsSpan()));
        return codes;
    }

    private T Any<T>(params T[] values) => values[_random.Below(values.Length)];
}
