using System.Buffers.Binary;
using System.IO.Compression;

namespace Tiny.Bench.Boards.Energy.Traces;

public class Ppk2TraceTests
{
    private const string Metadata = """{"metadata":{"samplesPerSecond":100000,"startSystemTime":1663238393900},"formatVersion":2}""";

    // All low, and D0 high: bitConversion.ts, convertBits16.
    private const ushort Low = 0b0101_0101_0101_0101;
    private const ushort D0High = 0b0101_0101_0101_0110;

    [Fact]
    public async Task Reads_currents_and_the_edges_of_the_inputs()
    {
        Ppk2Trace trace = await Open(Zip(Metadata, Frames((1000, Low), (2000, D0High), (3000, D0High), (4000, Low))), 3);
        TraceIntegral sums = await TraceIntegrator.IntegrateAsync(trace);
        Assert.Equal(100_000, trace.Header.SampleRate);
        Assert.Equal(new DateTimeOffset(2022, 9, 15, 10, 39, 53, 900, TimeSpan.Zero), trace.Header.Start);
        Assert.Equal(5e-3 * 3 / 100_000, sums.Between(0, 1).Joules, 1e-20);
    }

    [Fact]
    public async Task A_lost_sample_that_the_program_marks_is_no_number()
    {
        Ppk2Trace trace = await Open(Zip(Metadata, Frames((1, Low), (float.NaN, 0), (1, Low))), 3);
        TraceException error = await Assert.ThrowsAsync<TraceException>(() => TraceIntegrator.IntegrateAsync(trace));
        Assert.Equal("ppk2, sample 1", error.Where);
    }

    [Fact]
    public async Task Without_a_supply_there_is_no_energy()
    {
        Ppk2Trace trace = await Open(Zip(Metadata, Frames((1, Low))));
        await Assert.ThrowsAsync<TraceException>(() => TraceIntegrator.IntegrateAsync(trace));
    }

    [Theory]
    [InlineData("{}", "ppk2, metadata.json, $.metadata")]
    [InlineData("""{"metadata":{"samplesPerSecond":"fast"}}""", "ppk2, metadata.json, $.metadata.samplesPerSecond")]
    [InlineData("""{"metadata":{"samplesPerSecond":0}}""", "ppk2")]
    [InlineData("{", "ppk2")]
    public async Task Names_what_is_wrong_with_the_metadata(string metadata, string where)
    {
        TraceException error = await Assert.ThrowsAsync<TraceException>(() => Open(Zip(metadata, Frames((1, Low)))));
        Assert.Equal(where, error.Where);
    }

    [Fact]
    public async Task A_frame_that_is_cut_is_a_torn_file() =>
        await Assert.ThrowsAsync<TraceException>(() => Open(Zip(Metadata, Frames((1, Low), (2, Low))[..^1])));

    [Fact]
    public async Task A_file_cut_anywhere_gives_no_number()
    {
        byte[] whole = Zip(Metadata, Frames([.. Enumerable.Range(0, 500).Select(index => (index * 7919f % 1000, Low))]));
        for (int length = 0; length < whole.Length; length += 37)
        {
            byte[] cut = whole[..length];
            await Assert.ThrowsAsync<TraceException>(async () => await TraceIntegrator.IntegrateAsync(await Open(cut, 3)));
        }
    }

    private static Task<Ppk2Trace> Open(byte[] bytes, double? volts = null) => Ppk2Trace.OpenAsync(TraceInput.OfBytes("ppk2", bytes), volts);

    private static byte[] Frames(params (float Microamperes, ushort Bits)[] samples)
    {
        byte[] bytes = new byte[6 * samples.Length];
        for (int index = 0; index < samples.Length; index++)
        {
            BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(6 * index), samples[index].Microamperes);
            BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan((6 * index) + 4), samples[index].Bits);
        }

        return bytes;
    }

    private static byte[] Zip(string metadata, byte[] frames)
    {
        using var memory = new MemoryStream();
        using (var archive = new ZipArchive(memory, ZipArchiveMode.Create))
        {
            Add(archive, "session.raw", frames);
            Add(archive, "metadata.json", System.Text.Encoding.UTF8.GetBytes(metadata));
        }

        return memory.ToArray();
    }

    private static void Add(ZipArchive archive, string name, byte[] content)
    {
        using Stream entry = archive.CreateEntry(name).Open();
        entry.Write(content);
    }
}
