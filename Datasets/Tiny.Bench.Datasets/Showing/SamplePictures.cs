using System.Globalization;
using Tiny.Bench.Core;
using Tiny.Bench.Datasets.Audio;
using Tiny.Bench.Datasets.Images;

namespace Tiny.Bench.Datasets.Showing;

/// <summary>Pictures of what samples hold: pixels, features, sound.</summary>
public static class SamplePictures
{
    private const int Channels = 3;
    private const int WaveColumns = 640;
    private const int WaveRows = 128;

    // As the ground and the peaks of a spectrogram.
    private static readonly (byte Red, byte Green, byte Blue) WaveInk = ColorScale.Of(0.8);
    private static readonly (byte Red, byte Green, byte Blue) WavePaper = ColorScale.Of(0);

    /// <summary>A square of red, green and blue bytes.</summary>
    /// <param name="where">What errors call the sample.</param>
    /// <param name="pixels">Side x side x 3 bytes.</param>
    /// <exception cref="DatasetException">It is no square.</exception>
    public static SamplePicture OfPixels(string where, ReadOnlySpan<byte> pixels)
    {
        int side = (int)Math.Sqrt(pixels.Length / (double)Channels);
        if (side == 0 || side * side * Channels != pixels.Length)
            throw new DatasetException(where, $"has {pixels.Length} bytes; expected a square of pixels of 3 bytes");
        return OfImage(ImageReader.DecodeRaw(where, pixels, side, side));
    }

    /// <summary>A picture as it is.</summary>
    public static SamplePicture OfImage(RgbImage image) => new(string.Create(CultureInfo.InvariantCulture, $"{image.Width} x {image.Height} pixels"), image);

    /// <summary>Features as a spectrogram: frames from left to right, the first value of a frame at the bottom, brighter for more.</summary>
    /// <param name="where">What errors call the sample.</param>
    /// <param name="values">Frame after frame; finite.</param>
    /// <param name="valuesPerFrame">Values of a frame.</param>
    /// <param name="unit">What a value is: "dB", "as int8 codes".</param>
    /// <param name="eachBand">Whether every band has the colours from its own least to its own largest value: for cepstra, whose first outweighs the others.</param>
    /// <exception cref="DatasetException">They are no whole frames, too many, or not finite.</exception>
    public static SamplePicture OfFeatures(string where, ReadOnlySpan<float> values, int valuesPerFrame, string unit, bool eachBand = false)
    {
        if (valuesPerFrame < 1 || values.Length == 0 || values.Length % valuesPerFrame != 0)
            throw new DatasetException(where, $"has {values.Length} values; expected frames of {valuesPerFrame}");
        int frames = values.Length / valuesPerFrame;
        if (frames > ImageReader.LargestSide || valuesPerFrame > ImageReader.LargestSide)
            throw new DatasetException(where, $"has {frames} frames of {valuesPerFrame}; expected at most {ImageReader.LargestSide} of either to show");

        (float Least, float Largest) whole = RangeOf(where, values, start: 0, step: 1);
        var pixels = new byte[values.Length * Channels];
        for (int band = 0; band < valuesPerFrame; band++)
        {
            (float least, float largest) = eachBand ? RangeOf(where, values, band, valuesPerFrame) : whole;
            double range = largest > least ? (double)largest - least : 1;
            for (int frame = 0; frame < frames; frame++)
            {
                double share = (values[(frame * valuesPerFrame) + band] - (double)least) / range;
                Paint(pixels, (((valuesPerFrame - 1 - band) * frames) + frame) * Channels, ColorScale.Of(share));
            }
        }

        string title = string.Create(
            CultureInfo.InvariantCulture,
            $"{frames} frames of {valuesPerFrame}, {whole.Least:0.##} to {whole.Largest:0.##} {unit}{(eachBand ? ", every band in colours of its own range" : "")}");
        return new SamplePicture(title, new RgbImage(frames, valuesPerFrame, pixels), "time", "band");
    }

    /// <summary>Sound as a waveform: for every stretch of time its lowest and highest sample, on the full scale of 16 bits.</summary>
    /// <param name="sound">The sound; its first channel is shown.</param>
    public static SamplePicture OfSound(WavAudio sound)
    {
        ReadOnlySpan<short> samples = sound.Channel(0);
        int columns = Math.Min(WaveColumns, samples.Length);
        var pixels = new byte[columns * WaveRows * Channels];
        for (int at = 0; at < pixels.Length; at += Channels)
            Paint(pixels, at, WavePaper);
        int peak = 0;
        for (int column = 0; column < columns; column++)
        {
            int start = (int)((long)column * samples.Length / columns), end = (int)((long)(column + 1) * samples.Length / columns);
            (int lowest, int highest) = (samples[start], samples[start]);
            foreach (short sample in samples[start..end])
                (lowest, highest) = (Math.Min(lowest, sample), Math.Max(highest, sample));
            peak = Math.Max(peak, Math.Max(highest, -lowest));
            for (int row = RowOf(highest); row <= RowOf(lowest); row++)
                Paint(pixels, ((row * columns) + column) * Channels, WaveInk);
        }

        string title = string.Create(
            CultureInfo.InvariantCulture,
            $"{sound.Duration.TotalSeconds:0.###} s at {sound.SampleRate} Hz, {sound.ChannelCount} channel{(sound.ChannelCount == 1 ? "" : "s")}, peak {peak / 32768.0:0.000} of full scale");
        return new SamplePicture(title, new RgbImage(columns, WaveRows, pixels), "time", "sample");
    }

    private static (float Least, float Largest) RangeOf(string where, ReadOnlySpan<float> values, int start, int step)
    {
        float least = float.PositiveInfinity, largest = float.NegativeInfinity;
        for (int at = start; at < values.Length; at += step)
        {
            if (!float.IsFinite(values[at]))
                throw new DatasetException(where, $"has the value {values[at]}; expected finite ones");
            least = Math.Min(least, values[at]);
            largest = Math.Max(largest, values[at]);
        }

        return (least, largest);
    }

    // 32767 is the top row, -32768 the bottom one.
    private static int RowOf(int sample) => (short.MaxValue - sample) * WaveRows >> 16;

    private static void Paint(Span<byte> pixels, int at, (byte Red, byte Green, byte Blue) color) =>
        (pixels[at], pixels[at + 1], pixels[at + 2]) = color;
}
