using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Tiny.Bench.Reference;
using Tiny.Bench.Reference.Arithmetic;

namespace Tiny.Bench.Harness.Conformance.Dialects;

/// <summary>Answers as a file: key, sizes, outputs, and a CRC-32 over all of it. Little-endian.</summary>
internal static class AnswerFile
{
    /// <summary>Bytes of a key: a SHA-256.</summary>
    private const int KeyBytes = 32;

    private const int HeaderBytes = KeyBytes + (2 * sizeof(int));

    /// <summary>Writes whole or not at all: under a temporary name, flushed, then renamed over what is there.</summary>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static void Write(string path, ReadOnlySpan<byte> key, ReferenceAnswers answers)
    {
        int samples = answers.Files.Count;
        int contentAt = HeaderBytes + (samples * sizeof(int));
        var file = new byte[contentAt + answers.Content.Length + sizeof(uint)];
        key.CopyTo(file);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(KeyBytes), samples);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(KeyBytes + sizeof(int)), answers.OutputBytes);
        for (int sample = 0; sample < samples; sample++)
            BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(HeaderBytes + (sample * sizeof(int))), answers.InputCount(sample));
        answers.Content.CopyTo(file.AsSpan(contentAt));
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(file.Length - sizeof(uint)), Crc32.Compute(file.AsSpan(0, file.Length - sizeof(uint))));

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        string temporary = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write))
            {
                stream.Write(file);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>Reads the answers back; null where there is no file, or one that is torn or of another key.</summary>
    public static ReferenceAnswers? Read(string path, ReadOnlySpan<byte> key, ArithmeticRule rule, IReadOnlyList<string> files)
    {
        if (!File.Exists(path))
            return null;
        byte[] bytes = File.ReadAllBytes(path);
        int contentAt = HeaderBytes + (files.Count * sizeof(int)), end = bytes.Length - sizeof(uint);
        if (end < contentAt
            || BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(end)) != Crc32.Compute(bytes.AsSpan(0, end))
            || !bytes.AsSpan(0, KeyBytes).SequenceEqual(key)
            || BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(KeyBytes)) != files.Count)
        {
            return null;
        }

        int outputBytes = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(KeyBytes + sizeof(int)));
        int[] counts = MemoryMarshal.Cast<byte, int>(bytes.AsSpan(HeaderBytes, files.Count * sizeof(int))).ToArray();
        return end - contentAt == counts.Sum(count => (long)count) * outputBytes
            ? new ReferenceAnswers(rule, files, counts, outputBytes, bytes[contentAt..end])
            : null;
    }
}
