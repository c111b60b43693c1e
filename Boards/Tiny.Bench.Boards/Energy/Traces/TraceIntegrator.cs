using static System.FormattableString;

namespace Tiny.Bench.Boards.Energy.Traces;

/// <summary>Sums up a trace block by block, in memory that grows with the number of events and gaps and not with that of samples.</summary>
public sealed class TraceIntegrator
{
    // Pins that toggle a million times are no window edges; a trace that loses a million times is no trace.
    private const int MostMarks = 1_000_000;

    private readonly TraceHeader _header;
    private readonly double _joulesPerValue;
    private readonly List<TraceEvent> _events = [];
    private readonly List<TraceSegment> _segments = [];
    private readonly List<TraceGap> _gaps = [];
    private SegmentSum _segment;
    private long _position;

    /// <summary>Prepares for a trace.</summary>
    /// <exception cref="TraceException">The header is not usable, or there are currents without a voltage.</exception>
    public TraceIntegrator(TraceHeader header)
    {
        ArgumentNullException.ThrowIfNull(header);
        _header = header.Checked();
        if (!header.HasEnergy)
            throw new TraceException(header.Source, "holds currents and no voltage; the supply must be given to make energy of it");
        _joulesPerValue = (header.Quantity, header.HasVoltage) switch
        {
            (TraceQuantity.EnergyPerSample, _) => 1,
            (_, true) => 1 / header.SampleRate,
            _ => header.SupplyVolts!.Value / header.SampleRate,
        };
    }

    /// <summary>Reads a whole trace.</summary>
    /// <exception cref="TraceException">The trace is torn, out of order, or holds something that is no measurement.</exception>
    public static async Task<TraceIntegral> IntegrateAsync(IEnergyTrace trace, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(trace);
        var integrator = new TraceIntegrator(trace.Header);
        await foreach (TraceBlock block in trace.ReadAsync(cancellationToken).ConfigureAwait(false))
            integrator.Add(block);
        return integrator.Finish();
    }

    /// <summary>Adds the next block.</summary>
    /// <exception cref="TraceException">It overlaps the one before, its events are out of order, or a sample is no number.</exception>
    public void Add(TraceBlock block)
    {
        ArgumentNullException.ThrowIfNull(block);
        if (_header.HasVoltage && block.Volts.Length != block.Values.Length)
            throw new TraceException(_header.Source, Invariant($"{block.Values.Length} currents and {block.Volts.Length} voltages from sample {block.First} on; expected as many"));
        TakeEvents(block);
        if (block.First < _position && !block.Values.IsEmpty)
            throw new TraceException(_header.Source, Invariant($"sample {block.First} follows sample {_position}; expected time to go on"));
        if (!block.Values.IsEmpty)
            Advance(block);
    }

    /// <summary>The sums, after the last block.</summary>
    public TraceIntegral Finish()
    {
        while (_segments.Count <= _events.Count)
            Close(_position);
        return new TraceIntegral(_header, _events, _segments, _gaps);
    }

    private void TakeEvents(TraceBlock block)
    {
        foreach (TraceEvent found in block.Events)
        {
            long earliest = _events.Count > 0 ? Math.Max(_position, _events[^1].Sample) : _position;
            if (found.Sample < earliest)
                throw new TraceException(_header.Source, Invariant($"event {_events.Count} ({found.Label}) is at sample {found.Sample}, after sample {earliest} was told; expected them in order"));
            if (_events.Count == MostMarks)
                throw new TraceException(_header.Source, Invariant($"has more than {MostMarks} events; the pin is no trigger"));
            _events.Add(found);
        }
    }

    private void Advance(TraceBlock block)
    {
        if (block.First > _position)
        {
            if (_gaps.Count == MostMarks)
                throw new TraceException(_header.Source, Invariant($"has more than {MostMarks} gaps"));
            _gaps.Add(new TraceGap(_position, block.First - _position));
        }

        ReadOnlySpan<double> values = block.Values.Span;
        ReadOnlySpan<double> volts = block.Volts.Span;
        int done = 0;
        while (true)
        {
            long edge = _segments.Count < _events.Count ? _events[_segments.Count].Sample : long.MaxValue;
            int next = (int)Math.Clamp(edge - block.First, done, values.Length);
            if (next > done)
                _segment.Add(values[done..next], _header.HasVoltage ? volts[done..next] : default, _joulesPerValue);
            done = next;
            if (edge > block.End)
                break;
            Close(edge);
        }

        _position = block.End;
        if (!_segment.IsFinite)
            throw NotFinite(block);
    }

    private void Close(long end)
    {
        if (!_segment.IsFinite)
            throw new TraceException(_header.Source, Invariant($"a sample before sample {end} is not finite; expected numbers"));
        _segments.Add(_segment.Close(_segments.Count > 0 ? _segments[^1].End : 0, end, _header));
        _segment = default;
    }

    private TraceException NotFinite(TraceBlock block)
    {
        for (int index = 0; index < block.Values.Length; index++)
        {
            if (!double.IsFinite(block.Values.Span[index]) || (_header.HasVoltage && !double.IsFinite(block.Volts.Span[index])))
                return new TraceException(Invariant($"{_header.Source}, sample {block.First + index}"), "is not a finite number");
        }

        return new TraceException(_header.Source, Invariant($"the sum up to sample {block.End} is beyond what a double holds"));
    }
}
