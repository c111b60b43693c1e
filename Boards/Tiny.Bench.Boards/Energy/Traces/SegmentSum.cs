namespace Tiny.Bench.Boards.Energy.Traces;

/// <summary>The running sums of a segment.</summary>
internal struct SegmentSum
{
    private CompensatedSum _joules;
    private CompensatedSum _amperes;
    private long _samples;
    private double _peakJoules;
    private double _peakAmperes;
    private double _first;
    private double _last;

    /// <summary>False once a sample was not finite.</summary>
    public readonly bool IsFinite => double.IsFinite(_joules.Value);

    /// <summary>Adds samples, at least one.</summary>
    /// <param name="values">Joules or amperes.</param>
    /// <param name="volts">Volts of each; empty when the factor holds them.</param>
    /// <param name="joulesPerValue">Turns a value, or the product of a value and its volts, into joules.</param>
    public void Add(ReadOnlySpan<double> values, ReadOnlySpan<double> volts, double joulesPerValue)
    {
        double last = 0;
        double peak = _samples > 0 ? _peakJoules : double.NegativeInfinity;
        CompensatedSum sum = _joules;
        if (_samples == 0)
            _first = values[0] * (volts.IsEmpty ? joulesPerValue : volts[0] * joulesPerValue);
        for (int index = 0; index < values.Length; index++)
        {
            last = values[index] * (volts.IsEmpty ? joulesPerValue : volts[index] * joulesPerValue);
            sum.Add(last);
            peak = last > peak ? last : peak;
        }

        if (!volts.IsEmpty)
            AddCurrents(values);
        _joules = sum;
        _peakJoules = peak;
        _last = last;
        _samples += values.Length;
    }

    /// <summary>The segment.</summary>
    /// <param name="first">Position of its first sample.</param>
    /// <param name="end">Position behind its last.</param>
    /// <param name="header">Rate and voltage.</param>
    public readonly TraceSegment Close(long first, long end, TraceHeader header)
    {
        double joules = _joules.Value;
        double watts = _peakJoules * header.SampleRate;
        (double? coulombs, double? amperes) = header switch
        {
            { HasVoltage: true } => (_amperes.Value / header.SampleRate, _peakAmperes),
            { SupplyVolts: { } volts } => (joules / volts, watts / volts),
            _ => ((double?)null, (double?)null),
        };
        return new TraceSegment(first, end, _samples, joules, coulombs, watts, amperes, _first, _last);
    }

    private void AddCurrents(ReadOnlySpan<double> amperes)
    {
        double peak = _samples > 0 ? _peakAmperes : double.NegativeInfinity;
        foreach (double current in amperes)
        {
            _amperes.Add(current);
            peak = current > peak ? current : peak;
        }

        _peakAmperes = peak;
    }
}
