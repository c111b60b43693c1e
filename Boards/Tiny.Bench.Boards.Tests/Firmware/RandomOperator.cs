using System.Runtime.InteropServices;
using System.Text.Json;

namespace Tiny.Bench.Boards.Firmware;

/// <summary>One drawn CONV_2D, DEPTHWISE_CONV_2D or FULLY_CONNECTED, in the words of the vector format (Reference/docs/vectors.md).</summary>
/// <remarks>
/// Extents lie around the widths of words and vectors, windows reach over every edge and beside the image, and one in ten has what fast kernels
/// leave to the plain ones: a zero point of the weights, a depth multiplier, a column longer than their memory.
/// </remarks>
internal sealed class RandomOperator
{
    private static readonly int[] Channels = [1, 2, 3, 4, 5, 7, 8, 9, 12, 15, 16, 17, 31, 32, 33, 48];

    private readonly Random _chance;
    private readonly int[] _input;
    private readonly int[] _weights;
    private readonly int[] _output;
    private readonly int[] _padding = [0, 0];
    private readonly int[] _stride = [1, 1];
    private readonly int[] _dilation = [1, 1];

    public RandomOperator(int seed)
    {
        _chance = new Random(seed);
        Operation = Pick("conv2d", "conv2d", "depthwise_conv2d", "fully_connected");
        if (Operation == "fully_connected")
        {
            int depth = Rarely(20) ? 1600 : 1 + _chance.Next(Rarely(4) ? 700 : 70), units = Rarely(20) ? 300 : 1 + _chance.Next(33);
            (_input, _weights, _output) = ([1 + _chance.Next(4), depth], [units, depth], [0, units]);
            _output[0] = _input[0];
            return;
        }

        int[] filter = Rarely(4) ? [1, 1] : [1 + _chance.Next(4), 1 + _chance.Next(4)];
        int groups = Operation == "conv2d" && Rarely(6) ? 2 : 1, inputs = groups * Pick(Channels);
        int outputs = Operation == "conv2d" ? groups * Pick(Channels) : inputs * (Rarely(10) ? 2 : 1);
        _input = [Rarely(6) ? 2 : 1, 1 + _chance.Next(7), 1 + _chance.Next(7), inputs];
        _weights = Operation == "conv2d" ? [outputs, filter[0], filter[1], inputs / groups] : [1, filter[0], filter[1], outputs];
        _output = [_input[0], 0, 0, outputs];
        for (int axis = 0; axis < 2; axis++)
            _output[1 + axis] = DrawWindow(axis, _input[1 + axis], filter[axis]);
    }

    /// <summary>The format's name of the operation.</summary>
    public string Operation { get; }

    /// <summary>Adds the tensors to the blob, and tells the line of the index that describes the case.</summary>
    public string Write(string id, MemoryStream blob)
    {
        int channels = _output[^1], depth = Count(_weights) / (Operation == "depthwise_conv2d" ? 1 : channels);
        var tensors = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["input"] = Add<sbyte>(blob, _input, () => (sbyte)_chance.Next(-128, 128)),
            ["weights"] = Add<sbyte>(blob, _weights, () => (sbyte)_chance.Next(-128, 128)),
            ["output"] = Add<sbyte>(blob, _output, () => (sbyte)0),
        };
        if (!Rarely(5))
        {
            int largest = Rarely(8) ? int.MaxValue : 20_000;
            tensors["bias"] = Add<int>(blob, [channels], () => _chance.Next(-largest, largest));
        }

        // Sums of `depth` products fall to some codes at these shifts; one case in eight has any.
        int shift = -6 - (int)(Math.Log2(depth + 1) / 2);
        bool hasAnyShift = Rarely(8);
        int lowest = Rarely(4) ? _chance.Next(-128, 0) : -128, highest = Rarely(4) ? _chance.Next(0, 128) : 127;
        return JsonSerializer.Serialize(new
        {
            id,
            op = Operation,
            @params = new
            {
                stride = _stride,
                dilation = _dilation,
                padding = new { top = _padding[0], left = _padding[1] },
                input_zero_point = Rarely(3) ? -128 : _chance.Next(-128, 128),
                filter_zero_point = Rarely(10) ? _chance.Next(-128, 128) : 0,
                output_zero_point = _chance.Next(-128, 128),
                activation_min = lowest,
                activation_max = highest,
                requant = new
                {
                    multiplier = Draw(channels, () => Rarely(50) ? 0 : _chance.Next(1 << 30, int.MaxValue)),
                    shift = Draw(channels, () => hasAnyShift ? _chance.Next(-31, 31) : shift + _chance.Next(-2, 3)),
                },
            },
            tensors,
        });
    }

    // Stride, dilation and padding of one axis, and the extent that they give; now and then one more, whose last window is beside the image.
    private int DrawWindow(int axis, int input, int filter)
    {
        _stride[axis] = 1 + _chance.Next(2);
        _dilation[axis] = Rarely(4) ? Math.Min(2, input) : 1;
        _padding[axis] = _chance.Next(3);
        int reach = ((filter - 1) * _dilation[axis]) + 1;
        return Math.Max(1, (((input + (2 * _padding[axis]) - reach) / _stride[axis]) + 1)) + (Rarely(10) ? 1 : 0);
    }

    private bool Rarely(int times) => _chance.Next(times) == 0;

    private T Pick<T>(params T[] choices) => choices[_chance.Next(choices.Length)];

    private static int Count(int[] shape) => shape.Aggregate(1, (product, extent) => product * extent);

    private static T[] Draw<T>(int count, Func<T> draw) => [.. Enumerable.Range(0, count).Select(_ => draw())];

    private static object Add<T>(MemoryStream blob, int[] shape, Func<T> draw)
        where T : unmanaged
    {
        blob.Write(new byte[(8 - (int)(blob.Length % 8)) % 8]);
        long offset = blob.Length;
        blob.Write(MemoryMarshal.AsBytes<T>(Draw(Count(shape), draw)));
        return new { dtype = typeof(T) == typeof(sbyte) ? "int8" : "int32", shape, offset, count = Count(shape) };
    }
}
