using System.Globalization;
using System.Text;
using Tiny.Bench.Datasets.Images;

namespace Tiny.Bench.Datasets.Showing;

/// <summary>A picture in letters. A letter is about twice as high as it is wide, so a line of text stands for two rows.</summary>
public static class TerminalPicture
{
    private const int Channels = 3;

    // A spectrogram may be stretched, and should neither be a few lines high nor leave the screen; a photograph keeps its shape.
    private const int FewestRows = 32;
    private const int MostRows = 48;
    private const int LargestGrowth = 2;

    // Ever more ink; on a dark terminal ever more light.
    private const string Ramp = " .:-=+*#%@";

    /// <summary>Lines of half blocks in 24-bit colours: two pixels a letter.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="columns">Letters that a line may have, at least 1; a wider picture is scaled down.</param>
    /// <remarks>Source: ECMA-48 SGR; 38;2 and 48;2 set colours of letter and ground (ISO 8613-6).</remarks>
    public static IEnumerable<string> Colored(SamplePicture picture, int columns)
    {
        RgbImage scaled = Scale(picture, columns);
        for (int row = 0; row < scaled.Height; row += 2)
        {
            var line = new StringBuilder();
            for (int column = 0; column < scaled.Width; column++)
            {
                line.Append("\e[38;2;").Append(Code(scaled, row, column)).Append('m');
                if (row + 1 < scaled.Height)
                    line.Append("\e[48;2;").Append(Code(scaled, row + 1, column)).Append('m');
                line.Append('\u2580');
            }

            yield return line.Append("\e[0m").ToString();
        }
    }

    /// <summary>Lines of ASCII letters: the brighter, the more ink.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="columns">Letters that a line may have, at least 1; a wider picture is scaled down.</param>
    public static IEnumerable<string> Plain(SamplePicture picture, int columns)
    {
        RgbImage scaled = Scale(picture, columns);
        for (int row = 0; row < scaled.Height; row += 2)
        {
            var line = new StringBuilder();
            int below = Math.Min(row + 1, scaled.Height - 1);
            for (int column = 0; column < scaled.Width; column++)
            {
                double light = (LightOf(scaled, row, column) + LightOf(scaled, below, column)) / 2;
                line.Append(Ramp[(int)Math.Round(light * (Ramp.Length - 1))]);
            }

            yield return line.ToString().TrimEnd();
        }
    }

    /// <summary>Every pixel the mean of those that it stands for, or a copy of the one that it is a part of.</summary>
    private static RgbImage Scale(SamplePicture picture, int columns)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(columns);
        RgbImage image = picture.Image;
        int width = Math.Min(columns, image.Width * Math.Clamp(columns / image.Width, 1, LargestGrowth));
        int height = picture.Across is null
            ? Math.Max(1, (int)Math.Round((double)image.Height * width / image.Width))
            : Math.Clamp(image.Height, FewestRows, MostRows);
        var pixels = new byte[width * height * Channels];
        for (int at = 0; at < pixels.Length; at++)
        {
            int pixel = at / Channels;
            pixels[at] = MeanOf(image, Stretch(pixel / width, height, image.Height), Stretch(pixel % width, width, image.Width), at % Channels);
        }

        return new RgbImage(width, height, pixels);
    }

    private static (int Start, int End) Stretch(int index, int count, int total)
    {
        int start = index * total / count;
        return (start, Math.Max(start + 1, (index + 1) * total / count));
    }

    private static byte MeanOf(RgbImage image, (int Start, int End) rows, (int Start, int End) columns, int channel)
    {
        long sum = 0;
        for (int row = rows.Start; row < rows.End; row++)
        {
            for (int column = columns.Start; column < columns.End; column++)
                sum += image.Pixels[(((row * image.Width) + column) * Channels) + channel];
        }

        return (byte)(sum / ((rows.End - rows.Start) * (columns.End - columns.Start)));
    }

    private static string Code(RgbImage image, int row, int column)
    {
        ReadOnlySpan<byte> pixel = image.Pixels.AsSpan(((row * image.Width) + column) * Channels, Channels);
        return string.Create(CultureInfo.InvariantCulture, $"{pixel[0]};{pixel[1]};{pixel[2]}");
    }

    // Luma of ITU-R BT.601.
    private static double LightOf(RgbImage image, int row, int column)
    {
        ReadOnlySpan<byte> pixel = image.Pixels.AsSpan(((row * image.Width) + column) * Channels, Channels);
        return ((0.299 * pixel[0]) + (0.587 * pixel[1]) + (0.114 * pixel[2])) / 255;
    }
}
