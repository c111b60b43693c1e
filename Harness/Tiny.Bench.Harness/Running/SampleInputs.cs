using System.Runtime.InteropServices;
using Tiny.Bench.Core;
using Tiny.Bench.Core.Systems;
using Tiny.Bench.Core.Tasks;
using Tiny.Bench.Datasets.Inputs;
using Tiny.Bench.Datasets.Lists;

namespace Tiny.Bench.Harness.Running;

/// <summary>The inputs that one sample gives to one system: the file itself, or its windows.</summary>
internal sealed class SampleInputs
{
    // The official files of windows have 102,400 bytes.
    private const long LargestFile = 64 << 20;

    private readonly byte[]? _whole;
    private readonly FloatWindows? _windows;
    private readonly QuantizationParameters? _quantization;

    private SampleInputs(byte[] whole) => _whole = whole;

    private SampleInputs(FloatWindows windows, QuantizationParameters? quantization)
    {
        _windows = windows;
        _quantization = quantization;
    }

    /// <summary>Number of inputs, at least 1.</summary>
    public int Count => _windows?.Count ?? 1;

    /// <summary>Whether the sample is cut into windows.</summary>
    public bool HasWindows => Count > 1;

    /// <summary>Reads a sample for a system.</summary>
    /// <exception cref="InputSizeException">The system takes another number of bytes than the sample gives.</exception>
    /// <exception cref="DatasetException">The file is not what the list says.</exception>
    public static async ValueTask<SampleInputs> ReadAsync(
        BenchmarkTask task, TaskSample sample, ISystemUnderTest system, CancellationToken cancellationToken)
    {
        if (task.Input is InputKind.Float32Windows or InputKind.Float32)
        {
            byte[] file = await sample.ReadAsync(LargestFile, cancellationToken);
            FloatWindows windows = task.Input == InputKind.Float32 ? FloatWindows.Whole(sample, file) : FloatWindows.Cut(sample, file);
            RequireSize(sample, system, system.InputQuantization is null ? windows.Length * (long)sizeof(float) : windows.Length);
            return new SampleInputs(windows, system.InputQuantization);
        }

        byte[] content = await sample.ReadAsync(LargestFile, cancellationToken);
        RequireSize(sample, system, content.Length);
        return new SampleInputs(system.TakesRawSamples ? content : Preprocessing.ToInput(task.Input, content));
    }

    /// <summary>The bytes of an input tensor.</summary>
    public ReadOnlyMemory<byte> Bytes(int index)
    {
        if (_whole is not null)
            return _whole;
        ReadOnlySpan<float> values = Values(index).Span;
        return _quantization is { } quantization ? Preprocessing.Quantize(values, quantization) : LittleEndian(values);
    }

    /// <summary>The real values of a window, before any quantization.</summary>
    public ReadOnlyMemory<float> Values(int index) => _windows![index];

    // Tensors are little-endian, and so is every machine that .NET 10 runs on.
    private static byte[] LittleEndian(ReadOnlySpan<float> values) => MemoryMarshal.AsBytes(values).ToArray();

    private static void RequireSize(TaskSample sample, ISystemUnderTest system, long given)
    {
        if (given != system.InputByteCount)
            throw new InputSizeException(sample.Path, system.Name, given, system.InputByteCount);
    }
}
