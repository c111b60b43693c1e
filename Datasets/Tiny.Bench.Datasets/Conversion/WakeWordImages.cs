using Tiny.Bench.Core;
using Tiny.Bench.Datasets.Images;

namespace Tiny.Bench.Datasets.Conversion;

/// <summary>Pictures as vww01 takes them: 96 x 96 pixels in PNG, PPM or raw files, in folders named for their class.</summary>
/// <remarks>Source of the classes: mlcommons/tiny visual_wake_words, whose data set has the folders person and non_person.</remarks>
internal static class WakeWordImages
{
    /// <summary>What <see cref="Open"/> takes.</summary>
    public const string Takes = "a folder of 96 x 96 pictures (.png, .ppm, or .bin with raw RGB), those of a class in a folder person or non_person";

    private const int Side = 96;
    private const string Raw = ".bin";

    private static readonly string[] ClassFolders = ["non_person", "person"];

    public static RawDataset Open(string source)
    {
        ILookup<bool, string> files = RawFiles.Under(source).ToLookup(file => RawFiles.HasExtension(file, ".png", ".ppm", Raw));
        return new RawDataset
        {
            ClassCount = ClassFolders.Length,
            Samples = RawDataset.Ordered(source, Takes, files[true].Select(file => Sample(Path.Combine(source, file), RawFiles.FolderOf(file)))),
            PassedOver = [.. files[false]],
        };
    }

    private static RawSample Sample(string path, string folder)
    {
        int known = Array.IndexOf(ClassFolders, folder.ToLowerInvariant().Replace('-', '_'));
        return new RawSample(path, $"{Path.GetFileNameWithoutExtension(path)}.bin", known < 0 ? null : known, () => Pixels(path));
    }

    private static byte[] Pixels(string path)
    {
        RgbImage image = RawFiles.HasExtension(path, Raw) ? ImageReader.ReadRaw(path, Side, Side) : ImageReader.Read(path);
        return (image.Width, image.Height) == (Side, Side)
            ? image.Pixels
            : throw new DatasetException(path, $"is {image.Width} x {image.Height} pixels; expected {Side} x {Side}");
    }
}
