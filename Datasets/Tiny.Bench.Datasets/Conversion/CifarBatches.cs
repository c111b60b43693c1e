using Tiny.Bench.Core;

namespace Tiny.Bench.Datasets.Conversion;

/// <summary>CIFAR-10 in its binary form, as ic01 and ic02 take it: 32 x 32 pixels of red, green and blue.</summary>
/// <remarks>
/// A batch is records of a class byte and three planes of 1024 bytes, red, green, blue, row after row.
/// Source: Krizhevsky, "The CIFAR-10 dataset", binary version. The official inputs interleave the planes: spec/mlperf-tiny.md section 4.
/// </remarks>
internal static class CifarBatches
{
    private const int ClassCount = 10;
    private const int PlaneLength = 32 * 32;
    private const int Planes = 3;
    private const int RecordLength = 1 + (Planes * PlaneLength);

    // The official batches hold 10,000 records.
    private const long LargestBatch = 100_000L * RecordLength;

    /// <summary>What <see cref="Open"/> takes.</summary>
    public const string Takes = "a batch of CIFAR-10 in its binary form (test_batch.bin), or a folder of batches";

    public static RawDataset Open(string source)
    {
        string[] files = File.Exists(source)
            ? [source]
            : [.. RawFiles.Under(source).Where(file => RawFiles.HasExtension(file, ".bin")).Select(file => Path.Combine(source, file))];
        return new RawDataset { ClassCount = ClassCount, Samples = RawDataset.Ordered(source, Takes, files.SelectMany(ReadBatch)) };
    }

    private static IEnumerable<RawSample> ReadBatch(string path)
    {
        long length = new FileInfo(path).Length;
        if (length == 0 || length % RecordLength != 0 || length > LargestBatch)
            throw new DatasetException(path, $"has {length} bytes; expected 1 to {LargestBatch / RecordLength} records of {RecordLength}");
        byte[] batch = File.ReadAllBytes(path);
        string name = Path.GetFileNameWithoutExtension(path);
        for (int record = 0; record < batch.Length / RecordLength; record++)
        {
            int offset = record * RecordLength;
            if (batch[offset] >= ClassCount)
                throw new DatasetException($"{path}, byte {offset}", $"has the class {batch[offset]}; expected 0 to {ClassCount - 1}");
            yield return new RawSample($"{path}, record {record}", $"{name}_{record:D5}.bin", batch[offset], () => Interleave(batch.AsSpan(offset + 1, Planes * PlaneLength)));
        }
    }

    private static byte[] Interleave(ReadOnlySpan<byte> planes)
    {
        var pixels = new byte[planes.Length];
        for (int pixel = 0; pixel < PlaneLength; pixel++)
        {
            for (int plane = 0; plane < Planes; plane++)
                pixels[(pixel * Planes) + plane] = planes[(plane * PlaneLength) + pixel];
        }

        return pixels;
    }
}
