using System.Runtime.InteropServices;
using Tiny.Bench.Core;
using Tiny.Bench.Core.Systems;
using Tiny.Bench.Datasets.Inputs;
using Tiny.Bench.Datasets.Lists;

namespace Tiny.Bench.Harness.Quantizing;

/// <summary>The samples of a list as the real numbers that a float model takes.</summary>
/// <param name="Samples">In the list's order, at least one.</param>
/// <param name="Codes">The quantization that all samples are stored in, one byte for each value; null when one is stored as binary32.</param>
public sealed record RealSampleSet(IReadOnlyList<RealSample> Samples, QuantizationParameters? Codes)
{
    // As for other samples: the official files of windows have 102,400 bytes.
    private const long LargestFile = 64 << 20;

    /// <summary>All inputs of all samples.</summary>
    public IReadOnlyList<ReadOnlyMemory<float>> Inputs => [.. Samples.SelectMany(sample => sample.Inputs)];

    /// <summary>Reads the samples of a list, or the first few.</summary>
    /// <param name="list">The samples.</param>
    /// <param name="encoding">What one byte for each value means; a file of binary32 values, or of their windows, needs none.</param>
    /// <param name="inputLength">Values that the model takes.</param>
    /// <param name="limit">Most samples to read, at least 1; null for all.</param>
    /// <param name="cancellationToken">Ends the reading between two files.</param>
    /// <exception cref="DatasetException">A file has another size, or holds a number that is not finite.</exception>
    /// <exception cref="MissingFileException">A file of the list is not there.</exception>
    public static async ValueTask<RealSampleSet> ReadAsync(
        SampleList list, RealEncoding encoding, int inputLength, int? limit, CancellationToken cancellationToken)
    {
        var samples = new List<RealSample>();
        bool isCoded = true;
        foreach (TaskSample sample in list.Samples.Take(limit ?? int.MaxValue))
        {
            cancellationToken.ThrowIfCancellationRequested();
            byte[] file = await sample.ReadAsync(LargestFile, cancellationToken);
            isCoded &= sample.Windows is null && file.Length == inputLength;
            samples.Add(new RealSample(sample, Decode(sample, file, encoding, inputLength)));
        }

        return new RealSampleSet(samples, isCoded ? encoding.Codes : null);
    }

    private static IReadOnlyList<ReadOnlyMemory<float>> Decode(TaskSample sample, byte[] file, RealEncoding encoding, int inputLength)
    {
        if (sample.Windows is not null)
        {
            var windows = FloatWindows.Cut(sample, file);
            if (windows.Length != inputLength)
                throw new DatasetException(sample.Path, $"has windows of {windows.Length} values; the model takes {inputLength}");
            return [.. Enumerable.Range(0, windows.Count).Select(index => windows[index])];
        }

        if (file.Length == inputLength)
            return [Array.ConvertAll(file, encoding.Real)];
        if (file.Length != inputLength * (long)sizeof(float))
            throw new DatasetException(sample.Path, $"has {file.Length} bytes; the model takes {inputLength} values, of one byte or of binary32");
        float[] reals = MemoryMarshal.Cast<byte, float>(file).ToArray();
        int bad = Array.FindIndex(reals, value => !float.IsFinite(value));
        if (bad >= 0)
            throw new DatasetException(sample.Path, $"value {bad} (byte {bad * sizeof(float)}) is {reals[bad]}; expected a finite number");
        return [reals];
    }
}
