using Tiny.Bench.Core;
using Tiny.Bench.Datasets.Audio;
using Tiny.Bench.Datasets.FrontEnds;

namespace Tiny.Bench.Datasets.Conversion;

/// <summary>Speech Commands, as kws01 and sww01 take it: a folder of wav files for each word.</summary>
internal static class SpokenWords
{
    /// <summary>What <see cref="ForKeywords"/> and <see cref="ForWakeWord"/> take.</summary>
    public const string Takes = "a folder of Speech Commands with a folder of wav files for each word; _silence_ and _unknown_ count as words";

    // Long recordings, from which silence is cut in training; not clips.
    private const string Noises = "_background_noise_";

    /// <summary>The twelve classes of kws01: ten words, silence, and any other word.</summary>
    /// <remarks>Source: mlcommons/tiny keyword_spotting, get_dataset.py.</remarks>
    public static RawDataset ForKeywords(string source)
    {
        var frontEnd = new KeywordMfcc();
        return Open(
            source,
            ["down", "go", "left", "no", "off", "on", "right", "stop", "up", "yes", "_silence_"],
            path => KeywordMfcc.ToCodes(frontEnd.Hear(path, WavReader.Read(path))));
    }

    /// <summary>The three classes of sww01: marvin, silence, and any other word; each clip is one input of the model.</summary>
    /// <remarks>Source: mlcommons/tiny streaming_wakeword, the labels of the calibration inputs.</remarks>
    public static RawDataset ForWakeWord(string source)
    {
        var frontEnd = new WakeWordFilterBank();
        return Open(source, ["marvin", "_silence_"], path => FirstInput(path, WakeWordFilterBank.ToCodes(frontEnd.Hear(path, WavReader.Read(path))), frontEnd.ValuesPerFrame));
    }

    private static RawDataset Open(string source, string[] words, Func<string, byte[]> convert)
    {
        ILookup<bool, string> files = RawFiles.Under(source).ToLookup(IsClip);
        return new RawDataset
        {
            ClassCount = words.Length + 1,
            Samples = RawDataset.Ordered(source, Takes, files[true].Select(file => Sample(source, file, words, convert))),
            PassedOver = [.. files[false]],
        };
    }

    private static bool IsClip(string file) => RawFiles.HasExtension(file, ".wav") && RawFiles.FolderOf(file) is not ("" or Noises);

    private static RawSample Sample(string source, string file, string[] words, Func<string, byte[]> convert)
    {
        string path = Path.Combine(source, file);
        string word = RawFiles.FolderOf(file);
        int known = Array.IndexOf(words, word.ToLowerInvariant());
        return new RawSample(path, $"{word}_{Path.GetFileNameWithoutExtension(file)}.bin", known < 0 ? words.Length : known, () => convert(path));
    }

    private static byte[] FirstInput(string path, byte[] codes, int valuesPerFrame)
    {
        int length = WakeWordFilterBank.ModelFrames * valuesPerFrame;
        return codes.Length >= length
            ? codes[..length]
            : throw new DatasetException(path, $"gives {codes.Length / valuesPerFrame} frames; the model hears {WakeWordFilterBank.ModelFrames}");
    }
}
