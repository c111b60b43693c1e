using System.Runtime.InteropServices;
using System.Text.Json;
using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Reference.Kernels;

/// <summary>A case of the shared kernel vectors: seeded inputs, and what TFLM's reference kernels made of them. Format: README.md beside the vectors.</summary>
internal sealed class SharedVectors
{
    private readonly JsonElement _case;
    private readonly byte[] _blob;

    private SharedVectors(JsonElement @case, byte[] blob)
    {
        _case = @case;
        _blob = blob;
    }

    /// <summary>The cases of one operator in one category; skips the test when the vectors are not at hand.</summary>
    public static IReadOnlyList<SharedVectors> Read(string category, string op)
    {
        string[] lines = File.ReadAllLines(Official.Vectors(category + ".jsonl"));
        byte[] blob = File.ReadAllBytes(Official.Vectors(category + ".bin"));
        return lines
            .Select(line => new SharedVectors(JsonDocument.Parse(line).RootElement, blob))
            .Where(vectors => vectors._case.GetProperty("op").ValueEquals(op))
            .ToList();
    }

    /// <summary>An integer parameter.</summary>
    public int Int32(string name) => _case.GetProperty("params").GetProperty(name).GetInt32();

    /// <summary>Height and width.</summary>
    public (int Height, int Width) Pair(string name)
    {
        JsonElement pair = _case.GetProperty("params").GetProperty(name);
        return (pair[0].GetInt32(), pair[1].GetInt32());
    }

    /// <summary>The shape of a tensor.</summary>
    public Shape Shape(string tensor) =>
        new(_case.GetProperty("tensors").GetProperty(tensor).GetProperty("shape").EnumerateArray().Select(extent => extent.GetInt32()).ToArray());

    /// <summary>The elements of a tensor; none when the case has no such tensor.</summary>
    public T[] Tensor<T>(string name)
        where T : unmanaged
    {
        if (!_case.GetProperty("tensors").TryGetProperty(name, out JsonElement tensor))
            return [];
        ReadOnlySpan<byte> bytes = _blob.AsSpan(tensor.GetProperty("offset").GetInt32());
        return MemoryMarshal.Cast<byte, T>(bytes)[..tensor.GetProperty("count").GetInt32()].ToArray();
    }

    /// <summary>The factor of two parameters.</summary>
    public QuantizedMultiplier Multiplier(string prefix) => new(Int32(prefix + "_multiplier"), Int32(prefix + "_shift"));

    /// <summary>Zero points, clamp, and one factor per output channel.</summary>
    public Requantization Requantization(int channels)
    {
        JsonElement requant = _case.GetProperty("params").GetProperty("requant");
        int stride = requant.GetProperty("granularity").ValueEquals("per_channel") ? 1 : 0;
        return new Requantization
        {
            InputZeroPoint = Int32("input_zero_point"),
            FilterZeroPoint = Int32("filter_zero_point"),
            OutputZeroPoint = Int32("output_zero_point"),
            ActivationMinimum = Int32("activation_min"),
            ActivationMaximum = Int32("activation_max"),
            Multipliers = Enumerable.Range(0, channels)
                .Select(c => new QuantizedMultiplier(requant.GetProperty("multiplier")[c * stride].GetInt32(), requant.GetProperty("shift")[c * stride].GetInt32()))
                .ToArray(),
        };
    }

    /// <summary>The window of a convolution or a pool over the tensors <c>input</c> and <c>output</c>.</summary>
    public WindowGeometry Window((int Height, int Width) filter, (int Height, int Width) dilation)
    {
        Shape input = Shape("input"), output = Shape("output");
        JsonElement padding = _case.GetProperty("params").GetProperty("padding");
        return new WindowGeometry
        {
            Batches = input[0],
            InputHeight = input[1],
            InputWidth = input[2],
            InputChannels = input[3],
            OutputHeight = output[1],
            OutputWidth = output[2],
            OutputChannels = output[3],
            FilterHeight = filter.Height,
            FilterWidth = filter.Width,
            StrideHeight = Pair("stride").Height,
            StrideWidth = Pair("stride").Width,
            DilationHeight = dilation.Height,
            DilationWidth = dilation.Width,
            PadTop = padding.GetProperty("top").GetInt32(),
            PadLeft = padding.GetProperty("left").GetInt32(),
        };
    }

    /// <summary>Compares every element with TFLM's answer, and names the case when one differs.</summary>
    public void AssertOutput<T>(T[] actual)
        where T : unmanaged
    {
        T[] expected = Tensor<T>("output");
        string id = _case.GetProperty("id").GetString()!;
        Assert.True(expected.Length == actual.Length, $"{id} has {actual.Length} outputs; expected {expected.Length}");
        for (int at = 0; at < expected.Length; at++)
            Assert.True(expected[at].Equals(actual[at]), $"{id}: output {at} is {actual[at]}; expected {expected[at]}");
    }
}
