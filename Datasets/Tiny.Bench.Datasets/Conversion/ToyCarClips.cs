using System.Runtime.InteropServices;
using Tiny.Bench.Core;
using Tiny.Bench.Datasets.Audio;
using Tiny.Bench.Datasets.FrontEnds;
using Tiny.Bench.Datasets.Lists;

namespace Tiny.Bench.Datasets.Conversion;

/// <summary>The ToyCar clips of DCASE 2020 task 2 as ad01 takes them: normal_*.wav and anomaly_*.wav.</summary>
/// <remarks>Source: mlcommons/tiny anomaly_detection; spec/mlperf-tiny.md section 4.</remarks>
internal static class ToyCarClips
{
    /// <summary>What <see cref="Open"/> takes.</summary>
    public const string Takes = "a folder of ToyCar with normal_*.wav and anomaly_*.wav";

    private const int FramesOfInput = 5;

    private static readonly string[] Prefixes = ["normal_", "anomaly_"];

    public static RawDataset Open(string source)
    {
        var frontEnd = new MachineLogMel();
        ILookup<bool, string> files = RawFiles.Under(source).ToLookup(file => RawFiles.HasExtension(file, ".wav") && ClassOf(file) >= 0);
        int frameBytes = frontEnd.ValuesPerFrame * sizeof(float);
        return new RawDataset
        {
            ClassCount = Prefixes.Length,
            Windows = new WindowCut(FramesOfInput * frameBytes, frameBytes),
            Samples = RawDataset.Ordered(source, Takes, files[true].Select(file => Sample(Path.Combine(source, file), frontEnd))),
            PassedOver = [.. files[false]],
        };
    }

    private static int ClassOf(string file) => Array.FindIndex(Prefixes, prefix => Path.GetFileName(file).StartsWith(prefix, StringComparison.Ordinal));

    private static RawSample Sample(string path, MachineLogMel frontEnd) =>
        new(path, $"{Path.GetFileNameWithoutExtension(path)}_hist_librosa.bin", ClassOf(path), () => KeptFrames(path, frontEnd));

    // Tensors are little-endian, and so is every machine that .NET 10 runs on.
    private static byte[] KeptFrames(string path, MachineLogMel frontEnd)
    {
        float[] features = frontEnd.Hear(path, WavReader.Read(path));
        int first = MachineLogMel.FirstKeptFrame * frontEnd.ValuesPerFrame, count = MachineLogMel.KeptFrames * frontEnd.ValuesPerFrame;
        if (features.Length < first + count)
            throw new DatasetException(path, $"gives {features.Length / frontEnd.ValuesPerFrame} frames; the official inputs are frames {MachineLogMel.FirstKeptFrame} to {MachineLogMel.FirstKeptFrame + MachineLogMel.KeptFrames - 1}");
        return MemoryMarshal.AsBytes(features.AsSpan(first, count)).ToArray();
    }
}
