using System.Buffers.Binary;
using Tiny.Bench.Core;

namespace Tiny.Bench.Datasets.Audio;

/// <summary>What the "fmt " chunk of a wav file says about its samples.</summary>
/// <param name="SampleRate">In hertz, at least 1.</param>
/// <param name="Channels">1 or 2.</param>
internal readonly record struct WavFormat(int SampleRate, int Channels)
{
    private const int ShortestChunk = 16;
    private const int Pcm = 1;
    private const int Extensible = 0xFFFE;
    private const int SubFormatOffset = 24;
    private const int BitsPerSample = 16;
    private const int FastestRate = 1 << 20;

    /// <summary>Reads the chunk.</summary>
    /// <exception cref="DatasetException">The samples are not 16-bit PCM in one or two channels.</exception>
    public static WavFormat Read(string place, ReadOnlySpan<byte> chunk)
    {
        if (chunk.Length < ShortestChunk)
            throw new DatasetException(place, $"the \"fmt \" chunk has {chunk.Length} bytes; expected at least {ShortestChunk}");
        int tag = BinaryPrimitives.ReadUInt16LittleEndian(chunk);
        // The extensible form keeps the tag at the start of a longer identifier.
        if (tag == Extensible && chunk.Length >= SubFormatOffset + 2)
            tag = BinaryPrimitives.ReadUInt16LittleEndian(chunk[SubFormatOffset..]);
        int channels = BinaryPrimitives.ReadUInt16LittleEndian(chunk[2..]);
        uint rate = BinaryPrimitives.ReadUInt32LittleEndian(chunk[4..]);
        int blockBytes = BinaryPrimitives.ReadUInt16LittleEndian(chunk[12..]);
        int bits = BinaryPrimitives.ReadUInt16LittleEndian(chunk[14..]);
        if (tag != Pcm || bits != BitsPerSample)
            throw new DatasetException(place, $"holds samples of format {tag} with {bits} bits; expected PCM (1) with {BitsPerSample}");
        if (channels is not (1 or 2) || blockBytes != channels * sizeof(short))
            throw new DatasetException(place, $"has {channels} channels in blocks of {blockBytes} bytes; expected 1 in 2 or 2 in 4");
        if (rate is 0 or > FastestRate)
            throw new DatasetException(place, $"has {rate} samples a second; expected 1 to {FastestRate}");
        return new WavFormat((int)rate, channels);
    }

    /// <summary>The samples of each channel.</summary>
    /// <exception cref="DatasetException">There is none, or a part of one.</exception>
    public WavAudio Split(string where, ReadOnlySpan<byte> data)
    {
        int blockBytes = Channels * sizeof(short);
        if (data.Length == 0 || data.Length % blockBytes != 0)
            throw new DatasetException(where, $"has {data.Length} bytes of samples; expected a multiple of {blockBytes}, and not 0");
        var channels = new short[Channels][];
        for (int channel = 0; channel < Channels; channel++)
        {
            channels[channel] = new short[data.Length / blockBytes];
            for (int index = 0; index < channels[channel].Length; index++)
                channels[channel][index] = BinaryPrimitives.ReadInt16LittleEndian(data[((index * blockBytes) + (channel * sizeof(short)))..]);
        }

        return new WavAudio(SampleRate, channels);
    }
}
