namespace Tiny.Bench.Boards.Energy.Ppk2;

/// <summary>Makes amperes of the converter's readings, as Nordic's own program does, its filter of range changes included.</summary>
/// <remarks>
/// A change of range makes a spike; the three samples from it on are replaced by a running mean. Source: pc-nrfconnect-ppk
/// src/device/serialDevice.ts, getAdcResult, with its alpha of 0.18, in the highest range 0.06.
/// </remarks>
/// <param name="calibration">Of the meter.</param>
/// <param name="volts">The supply.</param>
internal sealed class Ppk2Converter(Ppk2Calibration calibration, double volts)
{
    private const double AmperesPerStep = 1.8 / 163840;
    private const double Alpha = 0.18;
    private const double AlphaOfHighest = 0.06;
    private const int Replaced = 3;

    private double? _mean;
    private double? _meanOfHighest;
    private int? _range;
    private int _left;
    private int _inRange;

    /// <summary>The current of a reading, without the filter.</summary>
    public double Convert(int range, int reading)
    {
        double plain = ((reading * 4) - calibration.O[range]) * (AmperesPerStep / calibration.R[range]);
        return calibration.Ug[range]
            * ((plain * ((calibration.Gs[range] * plain) + calibration.Gi[range])) + ((calibration.S[range] * volts) + calibration.I[range]));
    }

    /// <summary>The current of the next sample.</summary>
    public double Next(Ppk2Word word)
    {
        double amperes = Convert(word.Range, word.Reading);
        (double? mean, double? meanOfHighest) = (_mean, _meanOfHighest);
        _mean = (Alpha * amperes) + ((1 - Alpha) * (_mean ?? amperes));
        _meanOfHighest = (AlphaOfHighest * amperes) + ((1 - AlphaOfHighest) * (_meanOfHighest ?? amperes));
        bool changed = _range is { } before && before != word.Range;
        _range = word.Range;
        if (!changed && _left == 0)
            return amperes;

        (_left, _inRange) = changed ? (Replaced, 0) : (_left, _inRange + 1);
        _left--;
        if (word.Range < Ppk2Word.Ranges - 1)
            return _mean.Value;

        // The first two readings of the highest range are not believed at all.
        if (_inRange < 2)
            (_mean, _meanOfHighest) = (mean, meanOfHighest);
        return _meanOfHighest ?? amperes;
    }

    /// <summary>After lost samples nothing is known of the ones before.</summary>
    public void Forget() => (_mean, _meanOfHighest, _range, _left) = (null, null, null, 0);
}
