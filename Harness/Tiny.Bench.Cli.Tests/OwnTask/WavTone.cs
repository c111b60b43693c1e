using System.Text;

namespace Tiny.Bench.Cli.OwnTask;

/// <summary>A wav file of one second: a tone in noise, 16 kHz, one channel.</summary>
internal static class WavTone
{
    private const int SampleRate = 16000;

    public static byte[] Write(double hertz, int seed)
    {
        var random = new Random(seed);
        using var content = new MemoryStream();
        using (var writer = new BinaryWriter(content, Encoding.ASCII, leaveOpen: true))
        {
            writer.Write("RIFF"u8);
            writer.Write(36 + (SampleRate * sizeof(short)));
            writer.Write("WAVEfmt "u8);
            writer.Write(16);
            writer.Write((short)1);
            writer.Write((short)1);
            writer.Write(SampleRate);
            writer.Write(SampleRate * sizeof(short));
            writer.Write((short)sizeof(short));
            writer.Write((short)16);
            writer.Write("data"u8);
            writer.Write(SampleRate * sizeof(short));
            for (int index = 0; index < SampleRate; index++)
                writer.Write((short)((8000 * Math.Sin(2 * Math.PI * hertz * index / SampleRate)) + random.Next(-500, 500)));
        }

        return content.ToArray();
    }
}
