using System.Runtime.InteropServices;
using System.Text.Json;

namespace Tiny.Bench.Reference.Tests.Kernels;

/// <summary>A case of the shared kernel vectors, as far as the softmax tests need it; the format is in the vectors' README.</summary>
internal sealed class VectorCase(JsonElement json, byte[] blob)
{
    /// <summary>category/name.</summary>
    public string Id => json.GetProperty("id").GetString()!;

    /// <summary>An integer parameter.</summary>
    public int Parameter(string name) => json.GetProperty("params").GetProperty(name).GetInt32();

    /// <summary>A real parameter.</summary>
    public double RealParameter(string name) => json.GetProperty("params").GetProperty(name).GetDouble();

    /// <summary>The extents of a tensor.</summary>
    public int[] Shape(string tensor) => Tensor(tensor).GetProperty("shape").EnumerateArray().Select(e => e.GetInt32()).ToArray();

    /// <summary>The content of a tensor.</summary>
    public T[] Read<T>(string tensor)
        where T : unmanaged
    {
        JsonElement entry = Tensor(tensor);
        int offset = entry.GetProperty("offset").GetInt32(), count = entry.GetProperty("count").GetInt32();
        return MemoryMarshal.Cast<byte, T>(blob.AsSpan(offset))[..count].ToArray();
    }

    private JsonElement Tensor(string name) => json.GetProperty("tensors").GetProperty(name);
}
