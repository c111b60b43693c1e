using System.Globalization;

namespace Tiny.Bench.Boards.Energy.Ppk2;

/// <summary>Puts the words of a running measurement into its recording.</summary>
internal sealed class Ppk2Stream
{
    private readonly Ppk2Converter _converter;
    private readonly Ppk2Framing _framing;
    private readonly Ppk2Clock _clock;
    private readonly int _input;
    private readonly List<byte> _held = [];
    private volatile bool _expectsText;
    private bool? _high;

    /// <summary>Prepares.</summary>
    /// <param name="recording">Takes amperes.</param>
    /// <param name="converter">Makes them.</param>
    /// <param name="input">The digital input with the pin.</param>
    /// <param name="time">The host's clock, for the check of their number.</param>
    public Ppk2Stream(MeterRecording recording, Ppk2Converter converter, int input, TimeProvider time)
    {
        _clock = new Ppk2Clock(time);
        Recording = recording;
        _converter = converter;
        _input = input;
        _framing = new Ppk2Framing(Take, Lose);
    }

    /// <summary>What was measured.</summary>
    public MeterRecording Recording { get; }

    /// <summary>The text that follows the last sample has begun.</summary>
    public bool HasEnded { get; private set; }

    /// <summary>All samples are there: what the clock has not yet agreed with is judged by what it has seen of it.</summary>
    public void Complete()
    {
        _framing.Complete();
        _clock.Complete(Recording);
    }

    /// <summary>From now on the text may begin, so that bytes are held back until they cannot be its head.</summary>
    public void ExpectText() => _expectsText = true;

    /// <summary>Takes bytes.</summary>
    /// <returns>Those from the head of the text on; none until it begins.</returns>
    public ReadOnlyMemory<byte> Take(ReadOnlyMemory<byte> bytes)
    {
        if (!_expectsText)
        {
            TakeSamples(bytes.Span);
            return default;
        }

        _held.AddRange(bytes.Span);
        byte[] all = [.. _held];
        int head = all.AsSpan().IndexOf(Ppk2Calibration.Head);
        HasEnded = head >= 0;
        int samples = HasEnded ? head : Math.Max(0, all.Length - Ppk2Calibration.Head.Length);
        TakeSamples(all.AsSpan(0, samples));
        _held.RemoveRange(0, samples);
        return HasEnded ? all.AsMemory(head) : default;
    }

    private void TakeSamples(ReadOnlySpan<byte> bytes)
    {
        _framing.Take(bytes);
        _clock.Check(Recording);
    }

    private void Take(Ppk2Word word)
    {
        bool high = ((word.Inputs >> _input) & 1) != 0;
        if (_high == true && !high)
            Recording.AddEvent(string.Create(CultureInfo.InvariantCulture, $"D{_input}"));
        _high = high;
        Recording.AddSample(_converter.Next(word), word is { Range: Ppk2Word.Ranges - 1, Reading: Ppk2Word.HighestReading });
    }

    private void Lose(int samples)
    {
        Recording.AddMissing(samples);
        _converter.Forget();
        _high = null;
    }
}
