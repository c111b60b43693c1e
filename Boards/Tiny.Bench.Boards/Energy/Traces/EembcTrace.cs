using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace Tiny.Bench.Boards.Energy.Traces;

/// <summary>The trace that the EEMBC runner leaves: <c>trace1-energy.bin</c>, with its events in <c>trace1-timestamps.json</c>.</summary>
/// <remarks>
/// Byte F1, the sample rate as float32, then microjoules a sample as float32, all little endian; events in seconds, rounded to a millisecond.
/// Source: spec/mlperf-tiny.md section 2; found by summing up published traces.
/// </remarks>
public sealed class EembcTrace : IEnergyTrace
{
    private const byte Magic = 0xF1;
    private const int HeaderBytes = 5;
    private const int BlockSamples = 1 << 14;
    private const double JoulesPerUnit = 1e-6;

    private readonly TraceInput _samples;
    private readonly IReadOnlyList<TraceEvent> _events;

    private EembcTrace(TraceInput samples, TraceHeader header, IReadOnlyList<TraceEvent> events)
    {
        _samples = samples;
        Header = header;
        _events = events;
    }

    /// <inheritdoc/>
    public TraceHeader Header { get; }

    /// <summary>Opens a trace.</summary>
    /// <param name="samples">The energies.</param>
    /// <param name="timestamps">The events; null when there are none.</param>
    /// <param name="supplyVolts">The supply, for charge and current; null when it is not known.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="TraceException">A file is not what it should be.</exception>
    public static async Task<EembcTrace> OpenAsync(TraceInput samples, TraceInput? timestamps, double? supplyVolts = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(samples);
        byte[] head = new byte[HeaderBytes];
        await using (Stream stream = samples.Open())
        {
            int read = await stream.ReadAtLeastAsync(head, HeaderBytes, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
            if (read < HeaderBytes || head[0] != Magic)
                throw new TraceException($"{samples.Name}, byte 0", $"begins with {Convert.ToHexString(head.AsSpan(0, read))}; expected F1 and the sample rate");
        }

        TraceHeader header = new TraceHeader
        {
            Source = samples.Name,
            SampleRate = BinaryPrimitives.ReadSingleLittleEndian(head.AsSpan(1)),
            Quantity = TraceQuantity.EnergyPerSample,
            SupplyVolts = supplyVolts,
            Meter = "EEMBC runner",
        }.Checked();
        IReadOnlyList<double> seconds = timestamps is null ? [] : await EembcTimestamps.ReadAsync(timestamps, cancellationToken).ConfigureAwait(false);
        return new EembcTrace(samples, header, [.. seconds.Select((second, index) => new TraceEvent(index.ToString(CultureInfo.InvariantCulture), (long)Math.Round(second * header.SampleRate)))]);
    }

    /// <summary>Whether a file begins as such a trace does.</summary>
    public static bool IsOne(string path)
    {
        Span<byte> head = stackalloc byte[HeaderBytes];
        using FileStream stream = File.OpenRead(path);
        return stream.ReadAtLeast(head, HeaderBytes, throwOnEndOfStream: false) == HeaderBytes
            && head[0] == Magic && BinaryPrimitives.ReadSingleLittleEndian(head[1..]) is > 0 and <= (float)TraceHeader.HighestRate;
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<TraceBlock> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using Stream stream = _samples.Open();
        byte[] bytes = new byte[BlockSamples * sizeof(float)];
        double[] values = new double[BlockSamples];
        await stream.ReadExactlyAsync(bytes.AsMemory(0, HeaderBytes), cancellationToken).ConfigureAwait(false);
        long position = 0;
        while (true)
        {
            int read = await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
            if (read % sizeof(float) != 0)
                throw new TraceException($"{_samples.Name}, byte {HeaderBytes + ((position + (read / sizeof(float))) * sizeof(float))}", $"ends in the middle of sample {position + (read / sizeof(float))}; expected 4 bytes each");
            int count = read / sizeof(float);
            for (int index = 0; index < count; index++)
                values[index] = BinaryPrimitives.ReadSingleLittleEndian(bytes.AsSpan(index * sizeof(float))) * JoulesPerUnit;

            // All events are known before the first sample.
            yield return new TraceBlock { First = position, Values = values.AsMemory(0, count), Events = position == 0 ? _events : [] };
            position += count;
            if (read < bytes.Length)
                yield break;
        }
    }
}
