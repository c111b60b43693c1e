using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Tiny.Bench.Boards.Energy.Traces;

/// <summary>A <c>.ppk2</c> file of Nordic's Power Profiler: a zip with <c>metadata.json</c> and <c>session.raw</c>.</summary>
/// <remarks>
/// A frame is the current in microamperes as float32 and two bits for each of eight inputs (01 low, 10 high, 11 both, 00 not known), all
/// little endian. The file does not hold the supply. Sources: NordicSemiconductor/pc-nrfconnect-ppk, saveFileHandler.ts, globals.ts
/// (frameSize), bitConversion.ts.
/// </remarks>
public sealed class Ppk2Trace : IEnergyTrace
{
    private const int FrameBytes = 6;
    private const int BlockSamples = 1 << 13;
    private const int Inputs = 8;
    private const double AmperesPerUnit = 1e-6;
    private const long LargestMetadata = 1 << 20;

    private readonly TraceInput _input;

    private Ppk2Trace(TraceInput input, TraceHeader header)
    {
        _input = input;
        Header = header;
    }

    /// <inheritdoc/>
    public TraceHeader Header { get; }

    /// <summary>Opens a trace.</summary>
    /// <param name="input">The file; its stream can seek.</param>
    /// <param name="supplyVolts">The supply that the meter gave or the board had; null when it is not known.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="TraceException">It is no such file.</exception>
    public static async Task<Ppk2Trace> OpenAsync(TraceInput input, double? supplyVolts = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        try
        {
            await using Stream stream = input.Open();
            using var archive = new ZipArchive(stream, ZipArchiveMode.Read);
            await using Stream text = await SmallEntry(archive, input.Name, "metadata.json").OpenAsync(cancellationToken).ConfigureAwait(false);
            using JsonDocument document = await JsonDocument.ParseAsync(text, default, cancellationToken).ConfigureAwait(false);
            JsonElement metadata = Member(document.RootElement, "metadata") ?? throw new TraceException($"{input.Name}, metadata.json, $.metadata", "is missing");
            if (Entry(archive, input.Name, "session.raw").Length % FrameBytes is not 0 and var rest)
                throw new TraceException($"{input.Name}, session.raw", $"ends with {rest} bytes of a sample; expected {FrameBytes} bytes each");
            return new Ppk2Trace(input, new TraceHeader
            {
                Source = input.Name,
                SampleRate = Number(metadata, "samplesPerSecond") ?? throw new TraceException($"{input.Name}, metadata.json, $.metadata.samplesPerSecond", "is no number"),
                Quantity = TraceQuantity.Current,
                SupplyVolts = supplyVolts,
                Channels = [.. Enumerable.Range(0, Inputs).Select(NameOf)],
                Start = Number(metadata, "startSystemTime") is >= 0 and < 1e14 and var start ? DateTimeOffset.FromUnixTimeMilliseconds((long)start) : null,
                Meter = "PPK2",
            }.Checked());
        }
        catch (Exception fault) when (fault is InvalidDataException or JsonException)
        {
            throw new TraceException(input.Name, "is no .ppk2 file, or a torn one; expected a zip with metadata.json and session.raw", fault);
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<TraceBlock> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using Stream stream = _input.Open();
        using var archive = new ZipArchive(stream, ZipArchiveMode.Read);
        await using Stream frames = await Entry(archive, _input.Name, "session.raw").OpenAsync(cancellationToken).ConfigureAwait(false);
        byte[] bytes = new byte[BlockSamples * FrameBytes];
        double[] amperes = new double[BlockSamples];
        var inputs = new DigitalInputs();
        long position = 0;
        int read;
        do
        {
            read = await ReadAsync(frames, bytes, position, cancellationToken).ConfigureAwait(false);
            int count = read / FrameBytes;
            for (int index = 0; index < count; index++)
            {
                ReadOnlySpan<byte> frame = bytes.AsSpan(index * FrameBytes, FrameBytes);
                amperes[index] = BinaryPrimitives.ReadSingleLittleEndian(frame) * AmperesPerUnit;
                SetInputs(inputs, BinaryPrimitives.ReadUInt16LittleEndian(frame[sizeof(float)..]), position + index);
            }

            yield return new TraceBlock { First = position, Values = amperes.AsMemory(0, count), Events = inputs.Take() };
            position += count;
        }
        while (read == bytes.Length);
    }

    private async ValueTask<int> ReadAsync(Stream frames, byte[] bytes, long position, CancellationToken cancellationToken)
    {
        try
        {
            return await frames.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        }
        catch (InvalidDataException fault)
        {
            throw new TraceException(string.Create(CultureInfo.InvariantCulture, $"{_input.Name}, session.raw, sample {position}"), "cannot be unpacked: the file is torn", fault);
        }
    }

    private static void SetInputs(DigitalInputs inputs, int pairs, long sample)
    {
        for (int input = 0; input < Inputs; input++)
        {
            int state = (pairs >> (2 * input)) & 3;
            if (state is 1 or 2)
                inputs.Set(NameOf(input), state == 2, sample);
        }
    }

    private static string NameOf(int input) => input switch { 0 => "D0", 1 => "D1", 2 => "D2", 3 => "D3", 4 => "D4", 5 => "D5", 6 => "D6", _ => "D7" };

    // The program writes a hundred bytes; a zip can hold gigabytes in as many.
    private static ZipArchiveEntry SmallEntry(ZipArchive archive, string name, string entry) =>
        Entry(archive, name, entry) is { Length: <= LargestMetadata } small ? small : throw new TraceException($"{name}, {entry}", $"has more than {LargestMetadata} bytes; expected a few hundred");

    private static ZipArchiveEntry Entry(ZipArchive archive, string name, string entry) =>
        archive.GetEntry(entry) ?? throw new TraceException(name, $"holds no {entry}; expected a file that the Power Profiler 4 saved");

    private static JsonElement? Member(JsonElement item, string name) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty(name, out JsonElement member) ? member : null;

    private static double? Number(JsonElement item, string name) =>
        Member(item, name) is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : null;
}
