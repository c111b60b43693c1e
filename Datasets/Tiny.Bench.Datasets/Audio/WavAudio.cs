namespace Tiny.Bench.Datasets.Audio;

/// <summary>Sound as a wav file holds it: 16-bit samples of one or two channels.</summary>
public sealed class WavAudio
{
    private readonly short[][] _channels;

    internal WavAudio(int sampleRate, short[][] channels)
    {
        SampleRate = sampleRate;
        _channels = channels;
    }

    /// <summary>Samples a second of each channel, in hertz; at least 1.</summary>
    public int SampleRate { get; }

    /// <summary>1 or 2.</summary>
    public int ChannelCount => _channels.Length;

    /// <summary>Samples of each channel, at least 1.</summary>
    public int SampleCount => _channels[0].Length;

    /// <summary>How long it lasts.</summary>
    public TimeSpan Duration => TimeSpan.FromSeconds((double)SampleCount / SampleRate);

    /// <summary>The samples of a channel; 0 is the left one, or the only one.</summary>
    public ReadOnlySpan<short> Channel(int index) => _channels[index];
}
