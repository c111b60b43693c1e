using System.Buffers.Binary;
using System.Text;

namespace Tiny.Bench.Datasets.Audio;

/// <summary>Writes wav files chunk by chunk, right or wrong as a test wants them.</summary>
internal static class WavBytes
{
    public static byte[] File(int sampleRate, int channels, params short[] samples) =>
        Riff(Format(sampleRate, channels), Data(samples));

    public static byte[] Riff(params byte[][] chunks)
    {
        byte[] body = [.. "WAVE"u8, .. chunks.SelectMany(chunk => chunk)];
        return Chunk("RIFF", body);
    }

    public static byte[] Format(int sampleRate, int channels, int tag = 1, int bits = 16, int? blockBytes = null)
    {
        var data = new byte[16];
        BinaryPrimitives.WriteUInt16LittleEndian(data, (ushort)tag);
        BinaryPrimitives.WriteUInt16LittleEndian(data.AsSpan(2), (ushort)channels);
        BinaryPrimitives.WriteInt32LittleEndian(data.AsSpan(4), sampleRate);
        BinaryPrimitives.WriteInt32LittleEndian(data.AsSpan(8), sampleRate * channels * bits / 8);
        BinaryPrimitives.WriteUInt16LittleEndian(data.AsSpan(12), (ushort)(blockBytes ?? channels * bits / 8));
        BinaryPrimitives.WriteUInt16LittleEndian(data.AsSpan(14), (ushort)bits);
        return Chunk("fmt ", data);
    }

    public static byte[] Data(params short[] samples) => Chunk("data", [.. samples.SelectMany(BitConverter.GetBytes)]);

    public static byte[] Chunk(string type, byte[] data, int? length = null)
    {
        var size = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(size, length ?? data.Length);
        byte[] padding = data.Length % 2 == 0 ? [] : [0];
        return [.. Encoding.ASCII.GetBytes(type), .. size, .. data, .. padding];
    }
}
