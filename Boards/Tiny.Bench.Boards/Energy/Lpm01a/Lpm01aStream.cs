using System.Globalization;

namespace Tiny.Bench.Boards.Energy.Lpm01a;

/// <summary>Puts the samples of a running acquisition into its recording, and holds them against the meter's time stamps.</summary>
/// <remarks>
/// A stamp comes every 1000 samples. Another number came, or the time says another one: lines were lost, and all since the stamp before are a
/// gap. More than there was time for: the meter and we disagree on what a sample is, and nothing is believed. A line that is none of the
/// known ones counts as nothing, so that the next stamp finds it. Source: mlcommons/tiny benchmark/runner, which warns of the same.
/// </remarks>
internal sealed class Lpm01aStream(MeterRecording recording, string name, int sampleRate, double saturationJoules)
{
    private const int SamplesPerStamp = 1000;

    private long _lastStamp;

    /// <summary>The acquisition ended by itself or was ended: no more samples are expected.</summary>
    public bool HasEnded { get; private set; }

    /// <summary>Takes a line, without its end.</summary>
    /// <returns>False for a line that is nothing of the stream.</returns>
    /// <exception cref="MeterException">The meter tells of an overload, or its account cannot be right.</exception>
    public bool TryTake(ReadOnlySpan<byte> line)
    {
        if (Lpm01aSample.TryParse(line, out Lpm01aSample sample))
            AddSample(sample);
        else if (Lpm01aTimeStamp.TryParse(line, out Lpm01aTimeStamp stamp))
            Check(stamp);
        else if (Lpm01aEvent.TryParse(line, out Lpm01aEvent found))
            recording.AddEvent(found.Number.ToString("00", CultureInfo.InvariantCulture));
        else
            return false;
        return true;
    }

    /// <summary>Takes a sample.</summary>
    public void AddSample(Lpm01aSample sample) => recording.AddSample(sample.Value, sample.Value >= saturationJoules);

    /// <summary>Holds the samples since the last stamp against this one.</summary>
    /// <exception cref="MeterException">Time stands still, or more samples came than there was time for.</exception>
    public void Check(Lpm01aTimeStamp stamp)
    {
        // The stamp is cut to the millisecond, which is several samples at the higher rates; the number between two is exact.
        long slack = Math.Max(1, sampleRate / 1000);
        long expected = (stamp.Milliseconds - _lastStamp) * sampleRate / 1000;
        long came = recording.Position - recording.Confirmed;
        if (expected <= 0 || came > expected + slack)
        {
            throw new MeterException(
                name,
                MeterFault.Gap,
                string.Create(CultureInfo.InvariantCulture, $"its time stamps {_lastStamp} and {stamp.Milliseconds} ms have room for {expected} samples, and {came} came; expected one for each period"));
        }

        if (came % SamplesPerStamp == 0 && came >= expected - slack)
            recording.Confirm();
        else
            recording.Lose(expected);
        _lastStamp = stamp.Milliseconds;
    }

    /// <summary>The meter says that it has ended. What came since the last stamp is accounted for by nothing.</summary>
    public void End() => HasEnded = true;

    /// <summary>The error that stands for a current which the meter cannot measure.</summary>
    public MeterException Overload(string said) =>
        new(name, MeterFault.Overload, $"says \"{said}\"; expected at most 50 mA. Its figures are void and the board may be without supply");
}
