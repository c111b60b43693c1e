using System.Buffers.Binary;
using Tiny.Bench.Core;

namespace Tiny.Bench.Datasets.Audio;

/// <summary>Reads wav files: RIFF with 16-bit PCM, one or two channels, chunks in any order.</summary>
/// <remarks>Source: Microsoft and IBM, Multimedia Programming Interface and Data Specifications 1.0, "Waveform Audio File Format".</remarks>
public static class WavReader
{
    /// <summary>Largest file that is opened, in bytes: more than an hour of two channels at 16 kHz.</summary>
    public const int LargestFile = 5 << 26;

    private const int RiffHeader = 12;
    private const int ChunkHeader = 8;

    /// <summary>Reads a wav file.</summary>
    /// <exception cref="MissingFileException">There is no such file.</exception>
    /// <exception cref="DatasetException">It is no such wav file, damaged or too large; the error names the byte.</exception>
    public static WavAudio Read(string path)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
            throw new MissingFileException("sound", [file.FullName], "A list or a folder names it.");
        if (file.Length > LargestFile)
            throw new DatasetException(path, $"has {file.Length} bytes; expected at most {LargestFile}");
        return Decode(path, File.ReadAllBytes(path));
    }

    /// <summary>Decodes the bytes of a wav file.</summary>
    /// <param name="where">What errors call the file.</param>
    /// <param name="file">All its bytes; what follows the RIFF chunk is passed over.</param>
    /// <exception cref="DatasetException">It is no such wav file, or damaged; the error names the byte.</exception>
    public static WavAudio Decode(string where, ReadOnlySpan<byte> file)
    {
        if (file.Length < RiffHeader || !file.StartsWith("RIFF"u8) || !file[8..].StartsWith("WAVE"u8))
            throw new DatasetException(where, "is no wav file; expected \"RIFF\", a length and \"WAVE\" at its start");
        long end = ChunkHeader + (long)BinaryPrimitives.ReadUInt32LittleEndian(file[4..]);
        if (end > file.Length)
            throw new DatasetException(where, $"has {file.Length} bytes; its header says {end}");

        WavFormat? format = null;
        ReadOnlySpan<byte> samples = [];
        bool hasSamples = false;
        for (int position = RiffHeader; end - position >= ChunkHeader;)
        {
            string place = $"{where}, byte {position}";
            ReadOnlySpan<byte> type = file.Slice(position, 4);
            uint length = BinaryPrimitives.ReadUInt32LittleEndian(file[(position + 4)..]);
            if (length > end - position - ChunkHeader)
                throw new DatasetException(place, $"a chunk has {length} bytes; there are {end - position - ChunkHeader} for it");
            ReadOnlySpan<byte> data = file.Slice(position + ChunkHeader, (int)length);
            if (type.SequenceEqual("fmt "u8))
            {
                format = format is null ? WavFormat.Read(place, data) : throw new DatasetException(place, "is a second \"fmt \" chunk");
            }
            else if (type.SequenceEqual("data"u8))
            {
                samples = hasSamples ? throw new DatasetException(place, "is a second \"data\" chunk") : data;
                hasSamples = true;
            }

            // A chunk of odd length has a byte behind it, which a last chunk may lack.
            position = (int)Math.Min(position + ChunkHeader + length + (length & 1), end);
        }

        if (format is null || !hasSamples)
            throw new DatasetException(where, $"has no {(format is null ? "\"fmt \"" : "\"data\"")} chunk");
        return format.Value.Split(where, samples);
    }
}
