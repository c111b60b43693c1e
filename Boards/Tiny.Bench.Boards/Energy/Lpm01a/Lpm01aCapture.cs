using Tiny.Bench.Boards.Energy.Traces;

namespace Tiny.Bench.Boards.Energy.Lpm01a;

/// <summary>Reads what an LPM01A sent, as a terminal wrote it down: the acks of its settings, then samples as text or as bytes.</summary>
/// <remarks>
/// The settings have to be in the file: without <c>freq</c> and <c>output</c> a sample means nothing. Samples behind the meter's last time
/// stamp are left out, as nothing accounts for them.
/// </remarks>
public static class Lpm01aCapture
{
    private const double MostAmperes = 0.05;
    private const int LongestHead = 1 << 16;

    private static ReadOnlySpan<byte> StartAck => "ack start"u8;

    /// <summary>Whether a file begins as a capture does: with text that acknowledges the start.</summary>
    public static bool IsOne(string path)
    {
        byte[] head = new byte[LongestHead];
        using FileStream stream = File.OpenRead(path);
        int read = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        return head.AsSpan(0, read).IndexOf(StartAck) >= 0;
    }

    /// <summary>Reads a capture.</summary>
    /// <exception cref="TraceException">The settings are missing, or a line is none of the meter's.</exception>
    /// <exception cref="MeterException">The meter tells of an overload, or its time stamps do not fit its samples.</exception>
    public static async Task<IEnergyTrace> OpenAsync(TraceInput input, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        await using Stream stream = input.Open();
        var lines = new TraceLines(stream, input.Name);
        Lpm01aSettings settings = Lpm01aSettings.None;
        while (!settings.Started)
        {
            if (!await lines.ReadAsync(cancellationToken).ConfigureAwait(false))
                throw new TraceException(lines.Where, "ends before \"ack start\"; expected the capture of a session");
            settings = settings.After(lines.Line);
        }

        TraceHeader header = HeaderOf(input.Name, settings);
        var recording = new MeterRecording(header);
        double saturation = header.Quantity == TraceQuantity.Current ? MostAmperes : MostAmperes * (header.SupplyVolts ?? double.PositiveInfinity) / header.SampleRate;
        var samples = new Lpm01aStream(recording, input.Name, settings.SampleRate!.Value, saturation);
        if (settings.Format == Lpm01aFormat.Binary)
            await ReadBytesAsync(lines, samples, cancellationToken).ConfigureAwait(false);
        else
            await ReadLinesAsync(lines, samples, cancellationToken).ConfigureAwait(false);
        return recording.ToTrace();
    }

    private static TraceHeader HeaderOf(string name, Lpm01aSettings settings) => new TraceHeader
    {
        Source = name,
        SampleRate = settings.SampleRate ?? throw new TraceException(name, "does not say its rate; expected a line like \"ack freq 1k\" before the samples"),
        Quantity = settings.Quantity ?? throw new TraceException(name, "does not say what its samples are; expected \"ack output energy\" or \"ack output current\" before them"),
        SupplyVolts = settings.SupplyVolts,
        Channels = ["D7"],
        Meter = "LPM01A",
    }.Checked();

    private static async Task ReadLinesAsync(TraceLines lines, Lpm01aStream samples, CancellationToken cancellationToken)
    {
        while (await lines.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            if (!samples.TryTake(lines.Line) && !IsRemark(lines.Line))
                throw new TraceException(lines.Where, "is neither a sample, a time stamp nor an event");
        }
    }

    private static async Task ReadBytesAsync(TraceLines lines, Lpm01aStream samples, CancellationToken cancellationToken)
    {
        var binary = new Lpm01aBinary(samples);
        while (!samples.HasEnded)
        {
            ReadOnlyMemory<byte> bytes = await lines.ReadBytesAsync(cancellationToken).ConfigureAwait(false);
            if (bytes.IsEmpty)
                return;
            binary.Take(bytes.Span);
        }
    }

    // What the meter says around the samples, and an empty line of the terminal.
    private static bool IsRemark(ReadOnlySpan<byte> line) =>
        line.IsEmpty || line.StartsWith("PowerShield >"u8) || line.StartsWith("ack "u8) || line.StartsWith("Acquisition"u8) || line.StartsWith("summary"u8) || line.SequenceEqual("end"u8);
}
