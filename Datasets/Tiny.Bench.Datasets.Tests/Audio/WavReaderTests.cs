using Tiny.Bench.Core;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Datasets.Audio;

public sealed class WavReaderTests : IDisposable
{
    private static readonly byte[] Valid = WavBytes.Riff(WavBytes.Chunk("LIST", [1, 2, 3]), WavBytes.Format(16000, 2), WavBytes.Data(1, -2, 3, -4));

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Reads_one_channel()
    {
        WavAudio audio = WavReader.Decode("a.wav", WavBytes.File(8000, 1, 0, 1, -1, short.MaxValue, short.MinValue));
        Assert.Equal((8000, 1, 5), (audio.SampleRate, audio.ChannelCount, audio.SampleCount));
        Assert.Equal([0, 1, -1, 32767, -32768], audio.Channel(0).ToArray());
    }

    [Fact]
    public void Takes_two_channels_apart()
    {
        WavAudio audio = WavReader.Decode("a.wav", Valid);
        Assert.Equal([1, 3], audio.Channel(0).ToArray());
        Assert.Equal([-2, -4], audio.Channel(1).ToArray());
        Assert.Equal(TimeSpan.FromSeconds(2 / 16000.0), audio.Duration);
    }

    [Fact]
    public void Takes_chunks_in_any_order_and_passes_over_others()
    {
        byte[] file = WavBytes.Riff(WavBytes.Data(7, 8), WavBytes.Chunk("fact", [1, 2, 3, 4, 5]), WavBytes.Format(16000, 1), WavBytes.Chunk("LIST", []));
        Assert.Equal([7, 8], WavReader.Decode("a.wav", [.. file, 1, 2, 3]).Channel(0).ToArray());
    }

    [Fact]
    public void Reads_the_extensible_form_of_pcm()
    {
        byte[] format = WavBytes.Format(16000, 1, tag: 0xFFFE)[8..];
        byte[] extension = [22, 0, 16, 0, 4, 0, 0, 0, 1, 0, 0, 0, 0, 0, 16, 0, 128, 0, 0, 170, 0, 56, 155, 113];
        Assert.Equal([9], WavReader.Decode("a.wav", WavBytes.Riff(WavBytes.Chunk("fmt ", [.. format, .. extension]), WavBytes.Data(9))).Channel(0).ToArray());
        extension[8] = 3;
        Refused("format 3", WavBytes.Riff(WavBytes.Chunk("fmt ", [.. format, .. extension]), WavBytes.Data(9)));
    }

    [Fact]
    public void Refuses_samples_of_another_kind_and_says_which()
    {
        Refused("format 3 with 32 bits", WavBytes.Riff(WavBytes.Format(16000, 1, tag: 3, bits: 32), WavBytes.Data(1)));
        Refused("8 bits", WavBytes.Riff(WavBytes.Format(16000, 1, bits: 8), WavBytes.Data(1)));
        Refused("0 channels", WavBytes.Riff(WavBytes.Format(16000, 0), WavBytes.Data(1)));
        Refused("3 channels", WavBytes.Riff(WavBytes.Format(16000, 3), WavBytes.Data(1, 2, 3)));
        Refused("blocks of 8 bytes", WavBytes.Riff(WavBytes.Format(16000, 1, blockBytes: 8), WavBytes.Data(1, 2, 3, 4)));
        Refused("0 samples a second", WavBytes.Riff(WavBytes.Format(0, 1), WavBytes.Data(1)));
        Refused("4294967295 samples a second", WavBytes.Riff(WavBytes.Format(-1, 1), WavBytes.Data(1)));
        Refused("14 bytes; expected at least 16", WavBytes.Riff(WavBytes.Chunk("fmt ", new byte[14]), WavBytes.Data(1)));
    }

    [Fact]
    public void Refuses_missing_doubled_and_partial_chunks()
    {
        Refused("no \"fmt \" chunk", WavBytes.Riff(WavBytes.Data(1)));
        Refused("no \"data\" chunk", WavBytes.Riff(WavBytes.Format(16000, 1)));
        Refused("second \"fmt \"", WavBytes.Riff(WavBytes.Format(16000, 1), WavBytes.Format(16000, 1), WavBytes.Data(1)));
        Refused("second \"data\"", WavBytes.Riff(WavBytes.Format(16000, 1), WavBytes.Data(1), WavBytes.Data()));
        Refused("0 bytes of samples", WavBytes.Riff(WavBytes.Format(16000, 1), WavBytes.Data()));
        Refused("6 bytes of samples", WavBytes.Riff(WavBytes.Format(16000, 2), WavBytes.Data(1, 2, 3)));
        Refused("a chunk has 4294967295 bytes", WavBytes.Riff(WavBytes.Format(16000, 1), WavBytes.Chunk("data", [1, 2], length: -1)));
        Refused("expected \"RIFF\"", "RIFX\0\0\0\0WAVE"u8.ToArray());
    }

    [Fact]
    public void Names_the_offset_of_the_bad_chunk() =>
        Assert.Equal("a.wav, byte 36", Refused("a chunk has 9 bytes; there are 2", WavBytes.Riff(WavBytes.Format(16000, 1), WavBytes.Chunk("data", [1, 2], length: 9))).Where);

    [Fact]
    public void Refuses_a_file_cut_at_any_byte()
    {
        for (int length = 0; length < Valid.Length; length++)
            Assert.Throws<DatasetException>(() => WavReader.Decode("a.wav", Valid.AsSpan(0, length)));
    }

    [Fact]
    public void Any_bytes_end_in_sound_or_in_its_own_error()
    {
        var random = new Random(5);
        int refused = 0;
        for (int round = 0; round < 5000; round++)
        {
            byte[] file = [.. Valid];
            for (int change = random.Next(1, 5); change > 0; change--)
                file[random.Next(file.Length)] = (byte)random.Next(256);
            try
            {
                Assert.InRange(WavReader.Decode("a.wav", file).SampleCount, 1, 4);
            }
            catch (DatasetException)
            {
                refused++;
            }
        }

        Assert.InRange(refused, 1, 4999);
    }

    [Fact]
    public void A_file_that_is_not_there_is_a_miss() => Assert.Throws<MissingFileException>(() => WavReader.Read(_folder["none.wav"]));

    [SkippableTheory]
    [InlineData("wav/yes_1000ms.wav", 1, 16000)]
    [InlineData("sww01/short_wav_easy10s.wav", 2, 160000)]
    public void Reads_real_files(string file, int channels, int samples)
    {
        WavAudio audio = WavReader.Read(Official.Dataset(file));
        Assert.Equal((16000, channels, samples), (audio.SampleRate, audio.ChannelCount, audio.SampleCount));
    }

    private static DatasetException Refused(string problem, byte[] file)
    {
        var error = Assert.Throws<DatasetException>(() => WavReader.Decode("a.wav", file));
        Assert.Contains(problem, error.Problem, StringComparison.Ordinal);
        return error;
    }
}
