using System.Buffers.Binary;
using Tiny.Bench.Core;
using Tiny.Bench.Datasets.Lists;

namespace Tiny.Bench.Datasets.Inputs;

/// <summary>The overlapping windows of a file of little-endian binary32 values.</summary>
/// <remarks>The official ad01 file is 200 slices of 128 values; windows of 5 slices (2560 bytes) every slice (512 bytes) are 196.</remarks>
public sealed class FloatWindows
{
    private readonly float[] _values;
    private readonly int _stride;

    private FloatWindows(float[] values, int length, int stride)
    {
        _values = values;
        Length = length;
        _stride = stride;
    }

    /// <summary>Number of windows, at least 1.</summary>
    public int Count => 1 + ((_values.Length - Length) / _stride);

    /// <summary>Values in each window.</summary>
    public int Length { get; }

    /// <summary>The values of one window; windows overlap and share memory.</summary>
    public ReadOnlyMemory<float> this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
            return _values.AsMemory(index * _stride, Length);
        }
    }

    /// <summary>Cuts a file as its list says.</summary>
    /// <exception cref="DatasetException">
    /// The list names no windows, window or stride are not whole values, the windows do not end with the file, or a value is not finite.
    /// </exception>
    public static FloatWindows Cut(TaskSample sample, ReadOnlySpan<byte> file)
    {
        WindowCut cut = sample.Windows
            ?? throw new DatasetException(sample.Path, $"its line in {SampleList.FileName} has no window bytes and stride bytes; this task cuts windows");
        if (cut.WindowBytes % sizeof(float) != 0 || cut.StrideBytes % sizeof(float) != 0)
            throw new DatasetException(sample.Path, $"windows of {cut.WindowBytes} bytes every {cut.StrideBytes} bytes; expected multiples of {sizeof(float)}");
        if (file.Length < cut.WindowBytes || (file.Length - cut.WindowBytes) % cut.StrideBytes != 0)
            throw new DatasetException(sample.Path, $"has {file.Length} bytes; expected {cut.WindowBytes} and a multiple of {cut.StrideBytes} more");
        return new FloatWindows(Values(sample, file), cut.WindowBytes / sizeof(float), cut.StrideBytes / sizeof(float));
    }

    /// <summary>Takes a file as its one window.</summary>
    /// <exception cref="DatasetException">The file is not whole values, or a value is not finite.</exception>
    public static FloatWindows Whole(TaskSample sample, ReadOnlySpan<byte> file)
    {
        if (file.Length == 0 || file.Length % sizeof(float) != 0)
            throw new DatasetException(sample.Path, $"has {file.Length} bytes; expected a multiple of {sizeof(float)}, and not 0");
        float[] values = Values(sample, file);
        return new FloatWindows(values, values.Length, values.Length);
    }

    private static float[] Values(TaskSample sample, ReadOnlySpan<byte> file)
    {
        var values = new float[file.Length / sizeof(float)];
        for (int index = 0; index < values.Length; index++)
        {
            values[index] = BinaryPrimitives.ReadSingleLittleEndian(file[(index * sizeof(float))..]);
            if (!float.IsFinite(values[index]))
                throw new DatasetException(sample.Path, $"value {index} (byte {index * sizeof(float)}) is {values[index]}; expected a finite number");
        }

        return values;
    }
}
